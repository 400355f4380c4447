/**
 * Writes artifacts of a made-up dbt project of any size, for benchmarks and tests: manifest.json,
 * catalog.json, run_results.json and sources.json. Equal arguments give equal bytes.
 *
 *     node scripts/generate-artifacts.ts <models> <folder> [seed]
 */
import { writeArtifacts } from './synthetic/write-artifacts.ts';

const [count = '', folder, seed = '1'] = process.argv.slice(2);
const models = Number(count);
if (!Number.isInteger(models) || models < 1 || folder === undefined) {
  process.stderr.write('usage: node scripts/generate-artifacts.ts <models> <folder> [seed]\n');
  process.exit(2);
}

writeArtifacts(models, folder, Number(seed));
