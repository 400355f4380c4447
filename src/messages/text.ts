/** Words that stand in place of what authors wrote, where it can't be shown as it is. */
export const TEXT = {
  image: 'Image',
  foreignImage: 'Image on another site; not loaded, as pages here load nothing from elsewhere',
  cutCode: (shown: string, size: string): string =>
    `Only the first ${shown} of ${size} are shown. The rest is left out of this page.`,
  plainCode: 'Too long to be shown in colours.',
} as const;
