import type { ListItem } from '../list-item.ts';

/** A row for tests: a model without anything but what is given. */
export function anItem(name: string, given: Partial<ListItem> = {}): ListItem {
  return {
    uniqueId: `model.shop.${name}`,
    name,
    href: `/models/model.shop.${name}/`,
    resourceType: 'model',
    packageName: 'shop',
    summary: '',
    section: '',
    folder: '',
    filePath: null,
    tags: [],
    owner: null,
    group: null,
    materialized: null,
    access: null,
    database: null,
    schema: null,
    status: null,
    health: null,
    lastRunAt: null,
    duration: null,
    tests: { passing: 0, failing: 0, warning: 0, other: 0 },
    columnCount: 0,
    describedCount: 0,
    rowCount: null,
    own: {},
    ...given,
  };
}
