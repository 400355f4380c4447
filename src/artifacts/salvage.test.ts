import { z } from 'zod';
import { expect, it } from 'vitest';
import { createDiagnostics } from './diagnostics.ts';
import { type JsonObject, listOf, nullableText, strings, text, leanObject } from './fields.ts';
import { salvage } from './salvage.ts';

const schema = leanObject({
  name: z.string(),
  description: text,
  tags: strings,
  columns: listOf(leanObject({ name: z.string(), data_type: nullableText })),
});

function salvaged(raw: JsonObject) {
  const diagnostics = createDiagnostics();
  const value = salvage(schema, raw, {
    file: 'manifest.json',
    path: ['nodes', 'a.b'],
    diagnostics,
  });
  return {
    value,
    found: diagnostics.list().map(({ code, jsonPath, message }) => [code, jsonPath, message]),
  };
}

it('fills in what is absent or null and lets unknown keys pass', () => {
  expect(salvaged({ name: 'a', tags: null, novelty: 1, columns: [{ name: 'id' }] })).toEqual({
    value: {
      name: 'a',
      description: '',
      tags: [],
      columns: [{ name: 'id', data_type: null }],
    },
    found: [],
  });
});

it('replaces a field of a wrong type by its default and says what was found', () => {
  const columns = [{ name: 'id', data_type: ['int'] }, { name: 7 }, { name: 'ok' }];
  const { value, found } = salvaged({
    name: 'a',
    description: 5,
    tags: ['x', {}, 'y', 3],
    columns,
  });
  expect(value).toEqual({
    name: 'a',
    description: '',
    tags: ['x', 'y'],
    columns: [
      { name: 'id', data_type: null },
      { name: 'ok', data_type: null },
    ],
  });
  expect(found).toMatchInlineSnapshot(`
    [
      [
        "FieldInvalid",
        "$.nodes["a.b"].description",
        "Found the number 5 where a string is expected. The site is built as if it were not there.",
      ],
      [
        "FieldInvalid",
        "$.nodes["a.b"].tags[1]",
        "Found an object where a string is expected. The site is built as if it were not there.",
      ],
      [
        "FieldInvalid",
        "$.nodes["a.b"].tags[3]",
        "Found the number 3 where a string is expected. The site is built as if it were not there.",
      ],
      [
        "FieldInvalid",
        "$.nodes["a.b"].columns.id.data_type",
        "Found a list where a string is expected. The site is built as if it were not there.",
      ],
      [
        "FieldInvalid",
        "$.nodes["a.b"].columns[1].name",
        "Found the number 7 where a string is expected. The site is built as if it were not there.",
      ],
      [
        "FieldInvalid",
        "$.nodes["a.b"].columns[1]",
        "Found an incomplete entry where one with \`name\` is expected. The site is built as if it were not there.",
      ],
    ]
  `);
});

it('gives up an entry that lacks what it needs', () => {
  expect(salvaged({ name: ['a'] })).toMatchInlineSnapshot(`
    {
      "found": [
        [
          "FieldInvalid",
          "$.nodes["a.b"].name",
          "Found a list where a string is expected. The site is built as if it were not there.",
        ],
        [
          "NodeInvalid",
          "$.nodes["a.b"]",
          "The entry is left out: \`name\` is missing or unusable.",
        ],
      ],
      "value": null,
    }
  `);
});
