/**
 * Holds the .astro files to the arrows of `.dependency-cruiser.mjs`: dependency-cruiser cannot
 * read them. Exits with 1 when an import crosses an arrow.
 */
import { globSync, readFileSync } from 'node:fs';
import config from '../.dependency-cruiser.mjs';
import { astroImports, forbiddenImports } from './astro-imports.ts';

const files = globSync('src/**/*.astro').map((file) => file.replaceAll('\\', '/'));
const found = files
  .toSorted()
  .flatMap((file) =>
    forbiddenImports(
      file,
      astroImports(file, readFileSync(file, 'utf8')),
      config.forbidden?.filter((rule) => 'to' in rule) ?? [],
    ),
  );

for (const { file, target, rule, reason } of found) {
  console.error(`error ${rule}: ${file} → ${target}\n  ${reason}`);
}
console.log(`${files.length} .astro files checked, ${found.length} forbidden imports`);
process.exitCode = found.length === 0 ? 0 : 1;
