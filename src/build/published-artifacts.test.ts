import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArtifactFile, ArtifactKind } from '../artifacts/artifact-set.ts';
import { publishedBytes } from './artifact-source.ts';
import { publishedArtifacts, type PublishedArtifact } from './published-artifacts.ts';

const RESULTS = '{"metadata":{"env":{"PASSWORD":"hunter2"}},"results":[]}';

describe('publishedArtifacts', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'published-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  function artifact(path: string, kind: ArtifactKind, content: string | Buffer): ArtifactFile {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const unknown = { schemaVersion: null, dbtVersion: null, generatedAt: null };
    const rest = { invocationId: null, adapterType: null, reason: null, bytes: content.length };
    return { path, kind, sha256, state: 'read', ...unknown, ...rest };
  }

  async function bytesOf(published: PublishedArtifact | undefined): Promise<Buffer> {
    if (published === undefined) throw new Error('nothing is published');
    return Buffer.concat(await publishedBytes(published.source));
  }

  it('masks secrets and unzips, and changes nothing in raw files', async () => {
    const files = [artifact('runs/1 2/run_results.json.gz', 'run_results', gzipSync(RESULTS))];
    const [masked] = publishedArtifacts({ root, files }, 'redacted', 'g 1');
    expect(masked?.file).toBe('artifacts/files/runs/1~202/run_results.json');
    const text = (await bytesOf(masked)).toString();
    expect(text).toContain('"PASSWORD"');
    expect(text).not.toContain('hunter2');

    const [raw] = publishedArtifacts({ root, files }, 'raw', 'g 1');
    expect(raw?.file).toBe('artifacts/files/runs/1~202/run_results.json.gz');
    expect(await bytesOf(raw)).toEqual(gzipSync(RESULTS));
    expect(raw?.key).not.toBe(masked?.key);
  });

  it('publishes nothing in mode none, and nothing that was not read', () => {
    const files = [artifact('manifest.json', 'manifest', '{}')];
    expect(publishedArtifacts({ root, files }, 'none', 'g')).toEqual([]);
    const unread = files.map((file) => ({ ...file, state: 'unreadable' as const }));
    expect(publishedArtifacts({ root, files: unread }, 'raw', 'g')).toEqual([]);
  });

  it('stops when a file is not the one that was read', async () => {
    const files = [artifact('manifest.json', 'manifest', '{}')];
    const [published] = publishedArtifacts({ root, files }, 'raw', 'g');
    writeFileSync(join(root, 'manifest.json'), '{"new":1}');
    await expect(bytesOf(published)).rejects.toThrow(
      'manifest.json changed while the site was built from it.',
    );
  });
});
