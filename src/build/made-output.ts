import { createHash, hash } from 'node:crypto';
import { notWritable } from './not-writable.ts';
import type { ArtifactOutput, FileOutput, JsonOutput, PageOutput, TextOutput } from './output.ts';
import type { Task } from './task.ts';

/** An output that says all that it is made of. */
export type MadeOutput = PageOutput | JsonOutput | TextOutput | FileOutput | ArtifactOutput;

/** What decides whether an output changed, as text. */
export function contentOf(output: MadeOutput): string {
  switch (output.kind) {
    case 'page':
      return JSON.stringify(output.view ?? null);
    case 'json':
      return `${JSON.stringify(output.data ?? null)}\n`;
    case 'text':
      return output.text;
    case 'file':
    case 'artifact':
      return output.key;
  }
}

/** Beyond this a text takes longer to join than two updates do. */
const SHORT = 1000;

/** The key of an output: a short hash. */
export function keyOf(prefix: string, kind: string, content: string): string {
  const head = `${prefix}\n${kind}\n`;
  const digest =
    content.length < SHORT
      ? hash('sha256', head + content, 'base64url')
      : createHash('sha256').update(head).update(content).digest('base64url');
  return digest.slice(0, 22);
}

/**
 * The task of a worker that makes an output.
 *
 * @param content what `contentOf` gave
 * @throws SiteError when its bytes can't be had
 */
export async function taskOf(
  output: MadeOutput,
  content: string,
  base: { file: string; number: number; present: string | null },
): Promise<Task> {
  switch (output.kind) {
    case 'page':
      return { ...base, kind: 'page', path: output.path, view: content };
    case 'json':
    case 'text':
      return { ...base, kind: 'text', text: content };
    case 'artifact':
      return { ...base, kind: 'artifact', source: output.source };
    case 'file':
      try {
        return { ...base, kind: 'bytes', bytes: await output.bytes() };
      } catch (error) {
        throw notWritable(output.file, error);
      }
  }
}
