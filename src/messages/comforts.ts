/** Words of copy buttons: what they say, and what each copies. */
export const COPY = {
  copy: (what: string) => `Copy ${what}`,
  curl: 'curl',
  curlFor: (what: string) => `the command that fetches ${what}`,
  command: 'command',
  uniqueId: 'unique_id',
} as const;

/** Words of what scripts add to every page: relative times, copy buttons, the theme switch. */
export const COMFORTS = {
  justNow: 'just now',
  /** `2 h ago`. */
  ago: (amount: string) => `${amount} ago`,
  /** `in 3 d`. */
  ahead: (amount: string) => `in ${amount}`,
  copied: 'Copied',
  theme: (name: string) => `Theme: ${name}`,
};
