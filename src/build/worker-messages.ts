import type { GlanceRequest } from './glance.ts';
import type { Task, TaskContext, TaskResult } from './task.ts';

/** What a worker is told. */
export type ToWorker =
  /** Has nothing to do with tasks: the worker is there before they are, and has time. */
  | { readonly kind: 'look'; readonly request: GlanceRequest }
  /** What all tasks share; comes before the first of them. */
  | { readonly kind: 'begin'; readonly context: TaskContext }
  | { readonly kind: 'make'; readonly batch: number; readonly tasks: readonly Task[] };

/** What a worker tells. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly batch: number; readonly results: readonly TaskResult[] }
  /** A file could not be written: nothing that concerns one page only. */
  | { readonly kind: 'broken'; readonly file: string; readonly reason: string }
  /** An artifact is not the one that the site is made from. */
  | { readonly kind: 'changed'; readonly artifact: string };
