import { expect, it } from 'vitest';
import { buildArtifactsPage, type SourceFile, withFewFiles } from './build-artifacts-page.ts';
import { aContext } from './test-context.ts';

function file(path: string, state: SourceFile['state'] = 'read'): SourceFile {
  const unknown = { schemaVersion: null, dbtVersion: null, generatedAt: null, invocationId: null };
  return { ...unknown, path, kind: 'run_results', bytes: 1, sha256: null, state, reason: null };
}

it('leaves out most files of earlier runs where there are many, but none that could not be read', () => {
  const of = (count: number) => {
    const files = Array.from({ length: count }, (_, at) =>
      file(
        `runs/${String(at).padStart(4, '0')}/run_results.json`,
        at === 3 ? 'unreadable' : 'read',
      ),
    );
    return withFewFiles(
      buildArtifactsPage(
        {
          files: [file('manifest.json'), ...files],
          diagnostics: [],
          catalogIds: null,
          endpoints: [],
          statusHref: null,
          published: new Map(),
        },
        aContext([]),
      ),
    );
  };
  expect([of(200).files.length, of(200).filesLeftOut]).toEqual([201, 0]);
  const { files, filesLeftOut } = of(1000);
  expect([files.length, filesLeftOut]).toEqual([201, 800]);
  expect(files.slice(0, 3).map(({ path }) => path)).toEqual([
    'manifest.json',
    'runs/0003/run_results.json',
    'runs/0801/run_results.json',
  ]);
});
