/**
 * Measures the page of a large run: its bytes, gzipped, and how long a browser takes to draw its timeline.
 *
 *     node scripts/bench-run.ts [nodes, 5000 by default]
 *
 * The artifacts are made by our own generator, on sixteen threads; compile first. Needs Chromium
 * (`CHROMIUM_PATH`, else Debian's).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { openBrowser, openPage } from '../tests/e2e/browser.ts';
import { serveFolder } from '../tests/e2e/server.ts';
import { artifactsOf } from './synthetic/artifacts.ts';

const THREADS = 16;
const ROUNDS = 5;

const nodes = Number(process.argv[2] ?? 5000);
if (!Number.isInteger(nodes) || nodes < 1) {
  process.stderr.write('usage: node scripts/bench-run.ts [nodes]\n');
  process.exit(2);
}

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-run-'));
try {
  const target = join(folder, 'target');
  writeRun(target);
  const site = join(folder, 'site');
  const args = [main, 'build', target, '--out', site, '--cache', join(folder, 'cache')];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed:\n${stderr}`);
  const index = JSON.parse(readFileSync(join(site, 'runs/index.json'), 'utf8')) as {
    items: { href: string; result_count: number }[];
  };
  const [run] = index.items;
  if (run === undefined) throw new Error('The site has no run.');
  process.stdout.write(`${run.result_count} nodes on ${THREADS} threads\n`);
  for (const file of ['index.html', 'timeline.json']) {
    const bytes = readFileSync(join(site, run.href, file));
    const size = (count: number): string => `${(count / 1000).toFixed(1)} kB`;
    process.stdout.write(
      `${file.padEnd(14)} ${size(gzipSync(bytes).length)} gzipped, ${size(bytes.length)} plain\n`,
    );
  }
  await measureDrawing(site, run.href);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Artifacts whose run has so many results, put on threads as they become free. */
function writeRun(target: string): void {
  const models = Math.ceil(nodes / 2.5);
  const artifacts = artifactsOf(models, 1);
  const { run_results: runResults } = JSON.parse(JSON.stringify(artifacts)) as {
    run_results: { results: { execution_time: number }[] };
  };
  const { results } = runResults;
  if (results.length < nodes) throw new Error(`${models} models have ${results.length} results.`);
  const free = new Array<number>(THREADS).fill(Date.parse('2026-03-01T06:00:00Z'));
  const placed = results.slice(0, nodes).map((result) => {
    const thread = free.indexOf(Math.min(...free));
    const start = free[thread] ?? 0;
    const end = start + Math.round(result.execution_time * 1000);
    free[thread] = end + 2;
    const middle = start + Math.round((end - start) / 10);
    const time = (at: number): string => new Date(at).toISOString();
    return {
      ...result,
      thread_id: `Thread-${thread + 1} (worker)`,
      timing: [
        { name: 'compile', started_at: time(start), completed_at: time(middle) },
        { name: 'execute', started_at: time(middle), completed_at: time(end) },
      ],
    };
  });
  mkdirSync(target, { recursive: true });
  const made = { ...artifacts, run_results: { ...runResults, results: placed } };
  for (const [name, artifact] of Object.entries(made))
    writeFileSync(join(target, `${name}.json`), JSON.stringify(artifact));
}

/** From when the bars are asked for to when their rows have been drawn, in milliseconds. */
async function measureDrawing(site: string, href: string): Promise<void> {
  const server = await serveFolder(site);
  const browser = await openBrowser();
  try {
    for (const rows of ['time', 'thread', 'critical']) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const { page, close } = await openPage(browser, {
          viewport: { width: 1280, height: 900 },
        });
        times.push(await drawn(page, `${server.url}${href.slice(1)}?rows=${rows}`));
        await close();
      }
      const sorted = times.sort((a, b) => a - b).map((time) => time.toFixed(0));
      process.stdout.write(`drawn by ${rows.padEnd(9)} ${sorted.join(', ')} ms\n`);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function drawn(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  return page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    while (document.querySelector('.tl-row') === null) await frame();
    // The rows are there: one frame later they have been painted.
    await frame();
    const [asked] = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('/timeline.json'));
    return performance.now() - (asked?.startTime ?? 0);
  });
}
