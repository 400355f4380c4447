import { describe, expect, it } from 'vitest';
import type { MatchKind } from '../../search/text-index.ts';
import { arrangeGroups } from './arrange-groups.ts';
import type { Entry, Found } from './palette-entry.ts';

function aLine(key: string): Entry {
  return { key, label: key, detail: '', glyph: 'run', does: key };
}

function found(kind: MatchKind | null, ...keys: string[]): Found {
  return { entries: keys.map(aLine), total: keys.length + 5, kind };
}

function shown(query: string, groups: Parameters<typeof arrangeGroups>[1]): string[] {
  return arrangeGroups(query, groups).map(
    ({ name, entries, total }) => `${name}: ${entries.map(({ key }) => key).join(' ')} (${total})`,
  );
}

describe('groups of the palette', () => {
  it('stand by their best match, and by what they hold where that is the same', () => {
    expect(
      shown('health', {
        commands: found('slip', 'heat'),
        pages: found('exact', '/health/'),
        resources: found('prefix', 'health_checks'),
        columns: found('prefix', 'health_id'),
      }),
    ).toEqual([
      'pages: /health/ (6)',
      'resources: health_checks (6)',
      'columns: health_id (6)',
      'commands: heat (6)',
    ]);
  });

  it('show first what was looked at, what this page offers, and the parts of the site', () => {
    expect(
      shown('  ', {
        commands: found(null, 'theme'),
        pages: found(null, '/models/'),
        actions: found(null, 'copy'),
        recent: found(null, 'orders'),
        sections: found(null, '#columns'),
        runs: found(null, 'run'),
      }).map((group) => group.split(':')[0]),
    ).toEqual(['recent', 'actions', 'pages', 'commands']);
  });

  it('show nothing twice, and no group of nothing', () => {
    expect(
      shown('orders', {
        recent: found('prefix', 'orders'),
        resources: found('prefix', 'orders', 'orders_daily'),
        pages: found('part', 'orders'),
      }),
    ).toEqual(['recent: orders (6)', 'resources: orders_daily (6)']);
  });
});
