/** A way in which files lie compressed beside themselves: the token of HTTP, and the ending of the name. */
export interface Encoding {
  readonly token: 'br' | 'gzip';
  readonly ending: '.br' | '.gz';
}

const ENCODINGS: readonly Encoding[] = [
  { token: 'br', ending: '.br' },
  { token: 'gzip', ending: '.gz' },
];

/** What a request lets be compressed, the smallest first, as nginx tries them. Weights count only where they are 0. */
export function acceptedEncodings(acceptEncoding: string | undefined): readonly Encoding[] {
  const accepted = new Map<string, boolean>();
  for (const range of (acceptEncoding ?? '').toLowerCase().split(',')) {
    const [token = '', ...parameters] = range.split(';').map((part) => part.trim());
    accepted.set(token, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)));
  }
  return ENCODINGS.filter(({ token }) => accepted.get(token) ?? accepted.get('*') ?? false);
}
