import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// `src/cli` and `dist/cli` lie equally deep, so the same paths hold for both.
const root = new URL('../../', import.meta.url);

/** Folder of the compiled renderer. */
export function rendererFolder(): string {
  return fileURLToPath(new URL('dist/renderer', root));
}

/** The version that package.json says. */
export function installedVersion(): string {
  const text = readFileSync(new URL('package.json', root), 'utf8');
  const { version } = JSON.parse(text) as { version?: unknown };
  return String(version);
}

/** The compiled command line, to run it in a process of its own. */
export function installedMain(): string {
  return fileURLToPath(new URL('dist/cli/main.js', root));
}

/** Folder of the compiled module of nginx. */
export function nginxModules(): string {
  return fileURLToPath(new URL('dist/nginx', root));
}
