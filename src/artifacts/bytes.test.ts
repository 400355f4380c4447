import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { decodeBytes, detectEncoding, findInvalidUtf8, readHashedFile } from './bytes.ts';

const text = '{"name": "Größe 😀"}';

function utf16be(value: string): Buffer {
  return Buffer.from(value, 'utf16le').swap16();
}

describe('decodeBytes', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 LE without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 BE with a mark', utf16be(`\uFEFF${text}`)],
    ['UTF-16 BE without a mark', utf16be(text)],
    ['gzip', gzipSync(text)],
    ['gzipped UTF-16', gzipSync(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
  ])('reads %s', (_name, bytes) => {
    expect(decodeBytes(bytes).toString()).toBe(text);
  });

  it('reads a file of no or one byte', () => {
    expect(decodeBytes(Buffer.alloc(0)).length).toBe(0);
    expect(detectEncoding(Buffer.from('{'))).toBe('utf-8');
  });
});

describe('findInvalidUtf8', () => {
  it('finds the first byte that is not UTF-8', () => {
    expect(findInvalidUtf8(Buffer.from('äö😀'))).toBeNull();
    expect(findInvalidUtf8(Buffer.from([0x61, 0xc3, 0xa4, 0xe4, 0x62]))).toBe(3);
    expect(findInvalidUtf8(Buffer.from([0x61, 0xc3]))).toBe(1);
  });
});

describe('readHashedFile', () => {
  // One more than it reads at a time, and none.
  it.each([0, 1, (1 << 23) + 1, 1 << 24])(
    'reads a file of %i bytes and hashes it',
    async (size) => {
      const folder = mkdtempSync(join(tmpdir(), 'bytes-'));
      onTestFinished(() => {
        rmSync(folder, { recursive: true });
      });
      const content = Buffer.from(Uint8Array.from({ length: size }, (_, at) => at % 251));
      writeFileSync(join(folder, 'file'), content);
      const { bytes, sha256 } = await readHashedFile(join(folder, 'file'));
      expect(bytes.equals(content)).toBe(true);
      expect(await sha256).toBe(hash('sha256', content, 'hex'));
    },
  );

  it('hashes itself what another thread could not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bytes-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    writeFileSync(join(folder, 'file'), text);
    const other = { hash: (bytes: Uint8Array) => Promise.resolve(`of ${bytes.length} bytes`) };
    const told = await readHashedFile(join(folder, 'file'), other);
    expect(told.bytes.toString()).toBe(text);
    expect(await told.sha256).toBe('of 24 bytes');
    const failing = { hash: () => Promise.resolve(null) };
    const { sha256 } = await readHashedFile(join(folder, 'file'), failing);
    expect(await sha256).toBe(hash('sha256', text, 'hex'));
  });
});
