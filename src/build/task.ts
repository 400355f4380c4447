import type { ArtifactSource } from './artifact-source.ts';

/** One output that a worker makes and puts into the staging folder. */
export type Task = PageTask | TextTask | BytesTask | ArtifactTask | FailedTask;

interface TaskBase {
  /** Path below the output folder. */
  readonly file: string;
  /** Its name in the staging folder; no two tasks of a build have the same. */
  readonly number: number;
  /** Hash of the file that lies in the output folder intact; equal content is not written again. */
  readonly present: string | null;
}

export interface PageTask extends TaskBase {
  readonly kind: 'page';
  readonly path: string;
  /** The view as JSON: a text crosses to a worker much faster than an object. */
  readonly view: string;
}

export interface TextTask extends TaskBase {
  readonly kind: 'text';
  readonly text: string;
}

export interface BytesTask extends TaskBase {
  readonly kind: 'bytes';
  /** Given away: after the task is handed to a worker they may be gone here. */
  readonly bytes: Uint8Array;
}

export interface ArtifactTask extends TaskBase {
  readonly kind: 'artifact';
  readonly source: ArtifactSource;
}

/** Stands for a page whose rendering killed the worker that tried. */
export interface FailedTask extends TaskBase {
  readonly kind: 'failed';
  readonly path: string;
  readonly reason: string;
}

/** A file that a task made. */
export interface MadeFile {
  readonly file: string;
  /** Path below the staging folder; null when the output folder holds these bytes already. */
  readonly staged: string | null;
  readonly size: number;
  readonly hash: string;
}

export interface TaskResult {
  /** The output's file. */
  readonly file: string;
  /** The file itself first, then its compressed forms. */
  readonly made: readonly MadeFile[];
  /** Why the page stands only as a page that says so; null when all is well. */
  readonly failure: string | null;
}

/** What all tasks of a build share. */
export interface TaskContext {
  /** Absolute path of the compiled renderer's folder. */
  readonly rendererDir: string;
  /** Absolute path. */
  readonly stagingDir: string;
  /** The `SiteView` as JSON. */
  readonly site: string;
  readonly compress: boolean;
}
