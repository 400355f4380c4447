import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArtifacts } from './read-artifacts.ts';

const corpus = process.env.DBT_WORKBENCH_CORPUS;
const sets =
  corpus === undefined
    ? []
    : readdirSync(corpus, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort();

describe.runIf(sets.length > 0)('the corpus of real artifacts', () => {
  it.each(sets)('%s is read without a false alarm', async (name) => {
    const folder = join(corpus ?? '', name);
    const files = readdirSync(folder);
    if (!files.includes('manifest.json')) {
      await expect(readArtifacts(folder)).rejects.toThrow('has no manifest.json');
      return;
    }
    const set = await readArtifacts(folder);
    expect(set.files.filter(({ state }) => state === 'read').map(({ path }) => path)).toEqual(
      files.sort(),
    );
    // Its ids were made anonymous, and its references to sources are no pairs any more.
    const expected = name === 'v12-ticketswap' ? ['FieldInvalid'] : [];
    expect(set.diagnostics.map(({ code }) => code)).toEqual(expected);
  });
});
