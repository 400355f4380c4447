import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { liveSettings } from '../live/live-settings.ts';
import { readNginxSettings } from '../nginx/settings.ts';
import { folderOf, passedOn, withEnvironment } from './live-options.ts';
import { parseArguments } from './parse-arguments.ts';
import { SITE_OPTIONS } from './site-options.ts';

/** The variables that are read, in whichever mode readers are asked who they are. */
function variables(): string[] {
  const read = new Set<string>();
  const watched = (values: Record<string, string>): Record<string, string | undefined> =>
    new Proxy<Record<string, string | undefined>>(values, {
      get(target, name) {
        if (typeof name !== 'string') return undefined;
        read.add(name);
        return target[name];
      },
    });
  const site = watched({ SITE_FOLDER: '/site' });
  withEnvironment([], site);
  folderOf(parseArguments('live', [], {}, 0), { cwd: '/', env: site });
  liveSettings(site);
  for (const AUTH of ['none', 'basic', 'jwt', 'upstream']) {
    try {
      readNginxSettings(watched({ AUTH }));
    } catch {
      // What is missing has been asked for.
    }
  }
  return [...read].toSorted();
}

/** What a pattern matches in a file, sorted. */
function namesIn(file: string, pattern: RegExp): string[] {
  return (readFileSync(file, 'utf8').match(pattern) ?? []).toSorted();
}

describe('variables of the environment', () => {
  it('are those that docs/serving.md lists', () => {
    const listed = namesIn('docs/serving.md', /(?<=^\| `)[A-Z_]+(?=` )/gm);
    // One that belongs to two modes of AUTH is listed twice.
    expect([...new Set(listed)]).toEqual(variables());
  });

  it('are handed on by compose.yaml, but for what it decides', () => {
    const decided = new Set(['LISTEN_ADDRESS', 'PORT', 'SITE_FOLDER']);
    expect(namesIn('compose.yaml', /(?<=^ {6})[A-Z_]+(?=:$)/gm)).toEqual(
      variables().filter((name) => !decided.has(name)),
    );
  });
});

describe('passedOn', () => {
  it('gives each build what is asked for, but for what live decides', () => {
    const args = ['--out=x', '--cache=y', '--history=/shared', '--title=Shop', '--package-macros'];
    expect(passedOn(parseArguments('live', args, SITE_OPTIONS, 0))).toEqual([
      '--title=Shop',
      '--history=/shared',
      '--package-macros',
    ]);
  });
});

describe('withEnvironment', () => {
  it('gives what the command line does not say', () => {
    expect(
      withEnvironment(['target', '--title=Shop'], { SITE_TITLE: 'x', BASE_PATH: '/docs/' }),
    ).toEqual(['target', '--title=Shop', '--base=/docs/']);
  });
});
