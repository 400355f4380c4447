import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, get as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishRelease, tidyReleases } from '../../src/build/publish/publish-release.ts';
import { stateFolder, type StateFolder } from '../../src/build/publish/state-folder.ts';
import { fillWork, madeSite, PAGES } from '../live/made-site.ts';
import { startNginx, type NginxServer } from './nginx-server.ts';

const PUBLISHES = 20;
const CLIENTS = 8;

let nginx: NginxServer;
let state: StateFolder;
beforeAll(async () => {
  state = stateFolder(mkdtempSync(join(tmpdir(), 'publishing-')));
  chmodSync(state.root, 0o755);
  await publish(0);
  nginx = await startNginx(state.root);
});
afterAll(async () => {
  await nginx.stop();
  rmSync(state.root, { recursive: true });
});

async function publish(round: number): Promise<void> {
  await publishRelease(state, fillWork(state, madeSite(round)));
  await tidyReleases(state, 3, round);
}

/** A request over a connection that is kept. */
function ask(agent: Agent, path: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    httpRequest(`${nginx.origin}${path}`, { agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text });
      });
      response.on('error', reject);
    }).on('error', reject);
  });
}

describe('publishing under load', () => {
  it('fails no request, mixes no page, and has every asset of every page that was opened', async () => {
    const problems: string[] = [];
    const opened = new Set<string>();
    let requests = 0;
    let ended = false;
    const client = async (number: number): Promise<void> => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      let newest = 0;
      for (let turn = number; !ended; turn++) {
        const path = `/p${String(turn % PAGES)}/`;
        const { status, text } = await ask(agent, path).catch((error: unknown) => ({
          status: 0,
          text: String(error),
        }));
        requests++;
        const rounds = new Set(text.match(/\br\d+\b/g));
        const [round = ''] = rounds;
        if (status !== 200) problems.push(`${path} is ${String(status)}: ${text.slice(0, 80)}`);
        else if (rounds.size !== 1 || !text.endsWith('end -->\n'))
          problems.push(`${path} is mixed`);
        else if (Number(round.slice(1)) < newest) problems.push(`${path} went back`);
        newest = Math.max(newest, Number(round.slice(1)) || 0);
        opened.add(round);
      }
      agent.destroy();
    };
    const clients = Array.from({ length: CLIENTS }, (_, number) => client(number));
    const reader = new Agent({ keepAlive: true });
    for (let round = 1; round <= PUBLISHES; round++) {
      await publish(round);
      const { text } = await ask(reader, '/p0/');
      if (!text.includes(`r${String(round)} `)) problems.push(`${String(round)} is not shown`);
      // Each client asks one after the other: one of these begins when this is shown.
      const before = requests;
      while (requests < before + 2 * CLIENTS) await sleep(5);
    }
    reader.destroy();
    ended = true;
    await Promise.all(clients);
    // Pages that were opened at the beginning ask for their scripts only now.
    const agent = new Agent({ keepAlive: true });
    for (const round of opened) {
      const { status, text } = await ask(agent, `/_assets/${round}.js`);
      if (status !== 200 || text !== `"${round}"`)
        problems.push(`the asset of ${round} is missing`);
    }
    agent.destroy();
    expect(problems).toEqual([]);
    expect(opened.size).toBeGreaterThanOrEqual(PUBLISHES);
  });
});
