import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artifactsOf } from './artifacts.ts';

/** Writes the artifacts of a made-up project of so many models into a folder, which it makes. */
export function writeArtifacts(models: number, folder: string, seed: number): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, artifact] of Object.entries(artifactsOf(models, seed))) {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(artifact));
  }
}
