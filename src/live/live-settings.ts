import { LiveSettingInvalid } from '../errors/live-catalogue.ts';
import { SiteError } from '../errors/site-error.ts';

/** What the environment says about keeping a site up to date. */
export interface LiveSettings {
  readonly pollMs: number;
  readonly settleMs: number;
  readonly keepReleases: number;
  /** Where the artifacts are fetched from; empty when they lie in a folder. */
  readonly addresses: readonly ArtifactAddress[];
  /** Sent with each of these requests. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Where an artifact is fetched from. */
export interface ArtifactAddress {
  readonly url: URL;
  /** What the file is called here: the last part of its address. */
  readonly name: string;
  /** Made of the address of a folder, which need not hold it. */
  readonly isGuess: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const POLL_MS = 2000;
/** Other people's servers are asked less often. */
const POLL_ADDRESSES_MS = 30_000;
/** An answer that has begun may still be opening files of the release before. */
const FEWEST_RELEASES = 2;
/** What is fetched from an address that ends in a slash. */
const FETCHED = [
  'manifest.json',
  'catalog.json',
  'run_results.json',
  'sources.json',
  'semantic_manifest.json',
];

/** @throws SiteError `LiveSettingInvalid` */
export function liveSettings(environment: Environment): LiveSettings {
  const addresses = addressesOf(environment.ARTIFACTS_URL ?? '');
  refuseSameNames(addresses);
  const pollMs = addresses.length > 0 ? POLL_ADDRESSES_MS : POLL_MS;
  return {
    pollMs: numberOf(environment, 'POLL_MS', pollMs, 100, 86_400_000),
    settleMs: numberOf(environment, 'SETTLE_MS', 1000, 50, 3_600_000),
    keepReleases: numberOf(environment, 'KEEP_RELEASES', 3, FEWEST_RELEASES, 1000),
    addresses,
    headers: headerOf(environment.ARTIFACTS_HEADER ?? ''),
  };
}

function numberOf(
  environment: Environment,
  variable: string,
  byDefault: number,
  least: number,
  most: number,
): number {
  const text = environment[variable]?.trim() ?? '';
  if (text === '') return byDefault;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  const allowed = `a whole number from ${String(least)} to ${String(most)}`;
  throw new SiteError(LiveSettingInvalid, LiveSettingInvalid.message(variable, text, allowed));
}

function addressesOf(text: string): ArtifactAddress[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word): ArtifactAddress[] => {
      const url = URL.canParse(word) ? new URL(word) : null;
      if (url === null || !/^https?:$/.test(url.protocol)) {
        // The word may hold a password or a signature.
        const shown = word.replace(/\?.*/s, '?…').replace(/\/\/[^/@]*@/, '//…@');
        const allowed =
          'addresses that begin with http:// or https://, with spaces between: of files, or of folders with a slash at the end';
        throw new SiteError(
          LiveSettingInvalid,
          LiveSettingInvalid.message('ARTIFACTS_URL', shown, allowed),
        );
      }
      if (!url.pathname.endsWith('/')) return [{ url, name: nameOf(url), isGuess: false }];
      return FETCHED.map((name) => {
        const file = new URL(url);
        file.pathname += name;
        return { url: file, name, isGuess: true };
      });
    });
}

function nameOf({ pathname }: URL): string {
  const name = pathname.split('/').at(-1) ?? '';
  return name.replaceAll(/%[0-9a-f]{2}|[^\w.-]/gi, '_');
}

/** Two files of one name would take the place of each other again and again. */
function refuseSameNames(addresses: readonly ArtifactAddress[]): void {
  const names = addresses.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice === undefined) return;
  const allowed = 'addresses of files with different names';
  const shown = `… ${twice} … ${twice}`;
  throw new SiteError(
    LiveSettingInvalid,
    LiveSettingInvalid.message('ARTIFACTS_URL', shown, allowed),
  );
}

function headerOf(text: string): Record<string, string> {
  if (text.trim() === '') return {};
  const [, name, value] = /^\s*([\w-]+)\s*:\s*(\S.*?)\s*$/.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    const allowed = 'a name, a colon and a value';
    throw new SiteError(
      LiveSettingInvalid,
      LiveSettingInvalid.message('ARTIFACTS_HEADER', '…', allowed),
    );
  }
  return { [name.toLowerCase()]: value };
}
