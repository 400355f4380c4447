import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { prepareNginx } from '../src/nginx/prepare-nginx.ts';

/**
 * Writes what nginx needs to serve one site for good, as the image of the Dockerfile's target `baked`
 * does: nginx.conf, and settings with the base path that the site was built for.
 *
 *     node scripts/bake-nginx.ts SITE FOLDER
 */
const [site = '', folder = ''] = process.argv.slice(2);
const { base } = JSON.parse(readFileSync(join(site, 'build.json'), 'utf8')) as { base: string };
const modules = resolve(folder, 'modules');
prepareNginx({ env: { BASE_PATH: base }, conf: 'nginx.conf', folder, modules });
