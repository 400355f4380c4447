import { expect, it } from 'vitest';
import { breakParts } from './break-parts.ts';

it.each([
  ['order_total_nok', ['order_', 'total_', 'nok']],
  ['customer_id', ['customer_id']],
  ['stg_marketing__newsletter_events', ['stg_', 'marketing__', 'newsletter_', 'events']],
  ['"fjordbean"."raw"."web_events"', ['"fjordbean".', '"raw".', '"web_events"']],
  [
    'runs/2026-10-26T0502-run-operation/dbt.log',
    ['runs/', '2026-', '10-', '26T0502-', 'run-', 'operation/', 'dbt.', 'log'],
  ],
  ['marketing@fjordbean.example', ['marketing@', 'fjordbean.', 'example']],
  ['a sentence of several words stays', ['a sentence of several words stays']],
])('lets lines break inside of %j', (identifier, parts) => {
  expect(breakParts(identifier)).toEqual(parts);
});
