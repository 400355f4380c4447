import type { ManifestUnitTest, UnitTestRows } from '../../artifacts/manifest/unit-test.ts';
import type { UnitTestDetails, UnitTestTable } from './details.ts';

/** What only unit tests tell. */
export function unitTestDetails(
  unitTest: ManifestUnitTest,
  testedNode: string | null,
): UnitTestDetails {
  return {
    kind: 'unit_test',
    testedNode,
    modelName: unitTest.model,
    given: unitTest.given.map((rows) => tableOf(rows, rows.input ?? 'input')),
    expect: tableOf(unitTest.expect, 'expect'),
    overrides: unitTest.overrides ?? {},
  };
}

/** Rows as a table where they are a list of objects; as text where they are SQL, or a fixture's name. */
function tableOf(raw: UnitTestRows, input: string): UnitTestTable {
  const format = raw.format ?? 'dict';
  const { fixture } = raw;
  const nothing = { input, format, columns: [], rows: [], fixture };
  if (typeof raw.rows === 'string') return { ...nothing, text: raw.rows };
  if (raw.rows === null) {
    return { ...nothing, text: null };
  }
  const records = raw.rows.map((row) =>
    typeof row === 'object' && row !== null && !Array.isArray(row)
      ? new Map(Object.entries(row))
      : new Map([['value', row]]),
  );
  const columns = [...new Set(records.flatMap((record) => [...record.keys()]))];
  const rows = records.map((record) =>
    columns.map((column) => (record.has(column) ? cellText(record.get(column)) : null)),
  );
  return { input, format, columns, rows, text: null, fixture };
}

function cellText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
