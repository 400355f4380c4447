import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNginx, type NginxServer } from './nginx-server.ts';
import { rawRequest } from './raw-request.ts';
import { writeSmallSite, type StateFolder } from './small-site.ts';

let site: StateFolder;
let nginx: NginxServer;

beforeAll(async () => {
  site = await writeSmallSite();
  nginx = await startNginx(site.folder);
});

afterAll(async () => {
  await nginx.stop();
  await site.remove();
});

const get = 'GET /models/ HTTP/1.1\r\nHost: x\r\n';
const hidden = 'GET /build.json HTTP/1.1\r\nHost: x\r\n\r\n';
/** Requests that two servers in a row could read differently, and the one answer that they may get. */
const SMUGGLED: readonly (readonly [claim: string, bytes: string, statuses: readonly number[]])[] =
  [
    [
      'CL.TE',
      `${get}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
      [400],
    ],
    [
      'TE.CL',
      `${get}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n5c\r\n${hidden}0\r\n\r\n`,
      [400],
    ],
    [
      'TE.TE',
      `${get}Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n${hidden}`,
      [400, 501],
    ],
    [
      'an unknown transfer encoding',
      `${get}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`,
      [501],
    ],
    [
      'chunked by a vertical tab',
      `${get}Transfer-Encoding:\vchunked\r\n\r\n0\r\n\r\n${hidden}`,
      [400, 501],
    ],
    ['two lengths', `${get}Content-Length: 0\r\nContent-Length: 40\r\n\r\n${hidden}`, [400]],
    ['two equal lengths', `${get}Content-Length: 0\r\nContent-Length: 0\r\n\r\n`, [400]],
    ['a list of lengths', `${get}Content-Length: 0, 40\r\n\r\n${hidden}`, [400]],
    ['a length with a sign', `${get}Content-Length: +0\r\n\r\n${hidden}`, [400]],
    ['a length below zero', `${get}Content-Length: -1\r\n\r\n${hidden}`, [400]],
    ['a length in hex', `${get}Content-Length: 0x0\r\n\r\n${hidden}`, [400]],
    ['a chunk of no size', `${get}Transfer-Encoding: chunked\r\n\r\nz\r\n\r\n${hidden}`, [400]],
    ['no Host', `GET /models/ HTTP/1.1\r\n\r\n${hidden}`, [400]],
    ['two Hosts', `${get}Host: y\r\n\r\n${hidden}`, [400]],
    ['a Host that is none', 'GET /models/ HTTP/1.1\r\nHost: a/b\r\n\r\n', [400]],
    ['a header without a name', `${get}: x\r\nConnection: close\r\n\r\n`, [400]],
    ['no version', 'GET /models/ HTTP/x\r\nHost: x\r\n\r\n', [400]],
    ['a version to come', 'GET /models/ HTTP/3.0\r\nHost: x\r\n\r\n', [505]],
    ['no slash first', 'GET models/ HTTP/1.1\r\nHost: x\r\n\r\n', [400]],
    [
      'an address of another server',
      'CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n',
      [400, 405],
    ],
    ['a zero byte in the address', 'GET /models/\0 HTTP/1.1\r\nHost: x\r\n\r\n', [400]],
    ['a zero byte in a header', `${get}X: a\0b\r\n\r\n`, [400]],
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', [400]],
  ];

describe('a request that may be read in two ways', () => {
  it('gets one answer, and what hides in it gets none', async () => {
    const answers = await Promise.all(
      SMUGGLED.map(async ([claim, bytes, statuses]) => {
        const got = await rawRequest(nginx.port, bytes);
        return [
          claim,
          got.length === 1 && statuses.includes(got[0]?.status ?? 0),
          got.map(({ status }) => status),
        ];
      }),
    );
    expect(answers.filter(([, isRight]) => isRight !== true)).toEqual([]);
  });

  it('never lets a folded line, or one after a bare line feed, be a header of its own', async () => {
    const folded = await rawRequest(
      nginx.port,
      `${get}X: a\r\n Content-Length: 5\r\nConnection: close\r\n\r\nabcde`,
    );
    expect(folded.length).toBe(1);
    expect([200, 400]).toContain(folded[0]?.status);
    const bare = await rawRequest(
      nginx.port,
      `GET /models/ HTTP/1.1\nHost: x\nConnection: close\n\n`,
    );
    expect(bare.map(({ status }) => status)).toEqual([200]);
  });

  it('has the headers of every page on the errors that come before an address is known', async () => {
    const [response] = await rawRequest(nginx.port, 'GET x HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(response?.head).toContain('\r\nContent-Security-Policy: ');
    expect(response?.head).toContain('\r\nCache-Control: no-store\r\n');
    expect(response?.head).toContain('\r\nContent-Type: text/html; charset=utf-8\r\n');
  });
});
