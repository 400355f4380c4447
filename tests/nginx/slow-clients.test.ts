import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { httpGet } from '../http-get.ts';
import { startNginx, type NginxServer } from './nginx-server.ts';
import { SMALL_SITE, writeSmallSite, type StateFolder } from './small-site.ts';

const SLOW = 400;

let site: StateFolder;
let nginx: NginxServer;

beforeAll(async () => {
  site = await writeSmallSite();
  nginx = await startNginx(site.folder, {
    replace: [
      ['client_header_timeout 10s', 'client_header_timeout 2s'],
      ['client_body_timeout 10s', 'client_body_timeout 2s'],
    ],
  });
});

afterAll(async () => {
  await nginx.stop();
  await site.remove();
});

/** A client that sends one byte after the other, or nothing at all, and never comes to an end. */
async function slowClient(index: number): Promise<Socket> {
  const socket = connect(nginx.port, '127.0.0.1');
  // nginx resets the connections that it gives up.
  socket.on('error', () => socket.destroy());
  socket.resume();
  await once(socket, 'connect');
  if (index % 3 === 0) return socket;
  socket.write(index % 3 === 1 ? 'GET /models/ HTTP/1.1\r\nHost: x\r\nX-Slow: ' : 'G');
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer);
    else socket.write('A');
  }, 300);
  socket.on('close', () => clearInterval(timer));
  return socket;
}

function untilClosed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) resolve();
    else socket.on('close', () => resolve());
  });
}

it('serves everybody while hundreds of clients keep it waiting, and hangs up on these', async () => {
  const clients = await Promise.all(Array.from({ length: SLOW }, (_, at) => slowClient(at)));
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => httpGet(nginx.origin, '/models/')),
  );
  expect(answers.map(({ text }) => text)).toEqual(
    answers.map(() => SMALL_SITE['models/index.html']),
  );
  await Promise.all(clients.map(untilClosed));
  expect(clients.filter(({ closed }) => !closed)).toEqual([]);
  expect((await httpGet(nginx.origin, '/models/')).status).toBe(200);
  expect(nginx.errors()).not.toContain('worker_connections are not enough');
});
