import { describe, expect, it } from 'vitest';
import { liveSettings } from './live-settings.ts';

describe('liveSettings', () => {
  it('has a value for everything, and asks servers less often than a folder', () => {
    expect(liveSettings({})).toEqual({
      pollMs: 2000,
      settleMs: 1000,
      keepReleases: 3,
      addresses: [],
      headers: {},
    });
    expect(liveSettings({ ARTIFACTS_URL: 'https://a.example/x.json' }).pollMs).toBe(30_000);
  });

  it('names variable, value and what is allowed', () => {
    expect(() => liveSettings({ POLL_MS: 'fast' })).toThrow(
      'POLL_MS is "fast", but must be a whole number from 100 to 86400000.',
    );
    expect(() => liveSettings({ KEEP_RELEASES: '1' })).toThrow(
      'KEEP_RELEASES is "1", but must be a whole number from 2 to 1000.',
    );
    expect(() => liveSettings({ ARTIFACTS_URL: 'ftp://u:p@a.example/x?s=1' })).toThrow(
      'ARTIFACTS_URL is "ftp://…@a.example/x?…", but must be addresses that begin with http:// or https://',
    );
    expect(() =>
      liveSettings({
        ARTIFACTS_URL: 'https://a.example/target/ https://b.example/catalog.json?s=1',
      }),
    ).toThrow(
      'ARTIFACTS_URL is "… catalog.json … catalog.json", but must be addresses of files with different names.',
    );
    expect(() => liveSettings({ ARTIFACTS_HEADER: 'secret' })).toThrow(
      'ARTIFACTS_HEADER is "…", but must be a name, a colon and a value.',
    );
  });
});
