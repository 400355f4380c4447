import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/**
 * Writes `jwt.js`, the module that nginx runs in njs 0.7.9: that knows little of JavaScript after
 * 2015, and a default export only as a statement of its own.
 */
export async function compileNginxModule(folder: string): Promise<void> {
  await using bundle = await rolldown({
    input: fileURLToPath(new URL('../src/nginx/jwt/jwt.ts', import.meta.url)),
    external: ['fs'],
    transform: { target: 'es2017' },
  });
  const { output } = await bundle.generate({ format: 'esm' });
  const code = output[0].code.replace(/export \{ (\w+) as default \};/, 'export default $1;');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'jwt.js'), code);
}
