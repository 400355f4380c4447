import type { Worker } from 'node:worker_threads';
import { ArtifactChanged, OutputNotWritable, RendererMissing } from '../errors/catalogue.ts';
import { SiteError } from '../errors/site-error.ts';
import { openWorker, type PreparedWorker } from './prepared-worker.ts';
import type { Task, TaskContext, TaskResult } from './task.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** Workers that carry out the tasks of one build. */
export interface Pool {
  /** Whether a worker waits for tasks, or is worth to be started for them. */
  readonly hasIdle: boolean;
  /**
   * Hands tasks over; resolves when there is room for more, so that waiting tasks never pile up.
   *
   * @throws SiteError as soon as the build cannot go on
   */
  submit(tasks: readonly Task[]): Promise<void>;
  /** Resolves when every task has its result. Throws like `submit`. */
  finish(): Promise<void>;
  /** Ends the workers, whatever they are doing. */
  close(): Promise<void>;
}

export interface PoolOptions {
  /** At most so many threads; each starts when there is work for it. */
  readonly workers: number;
  readonly context: TaskContext;
  readonly onResult: (result: TaskResult) => void;
  /** The first worker, if it was started before. */
  readonly prepared?: PreparedWorker | null;
}

interface Batch {
  readonly id: number;
  readonly tasks: readonly Task[];
  /** Was in the hands of a worker that died. */
  readonly suspect: boolean;
}

interface Seat {
  readonly worker: Worker;
  readonly inFlight: Map<number, Batch>;
  ready: boolean;
  lastError: string | null;
}

const BATCHES_PER_WORKER = 2;
/** Tasks that one more worker is started for: it takes as long to load the renderer as to make some dozen pages. */
const TASKS_WORTH_A_WORKER = 40;

/** Starts a pool of worker threads; see {@link Pool}. */
export function startPool(options: PoolOptions): Pool {
  return new WorkerPool(options);
}

/**
 * Bytes that can be given to a worker instead of being copied for it: those that are all of their
 * buffer. Artifacts can be hundreds of megabytes long.
 */
function transferable(task: Task): ArrayBuffer[] {
  if (task.kind !== 'bytes') return [];
  const { buffer, byteLength } = task.bytes;
  return buffer instanceof ArrayBuffer && byteLength === buffer.byteLength ? [buffer] : [];
}

/** Whether more is to be done than to write what is there: of this few tasks fill a batch, as artifacts and very long pages do. */
function takesLong({ kind }: Task): boolean {
  return kind === 'page' || kind === 'artifact';
}

function tell(worker: Worker, message: ToWorker): void {
  worker.postMessage(message, message.kind === 'make' ? message.tasks.flatMap(transferable) : []);
}

class WorkerPool implements Pool {
  readonly #options: PoolOptions;
  readonly #seats = new Set<Seat>();
  readonly #waiting: Batch[] = [];
  readonly #suspects: Batch[] = [];
  #lastBatch = 0;
  #failure: Error | null = null;
  #closed = false;
  #wake: () => void = () => undefined;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  get hasIdle(): boolean {
    return this.#isWorthSeat() || this.#idleSeat() !== null;
  }

  async submit(tasks: readonly Task[]): Promise<void> {
    this.#waiting.push({ id: ++this.#lastBatch, tasks, suspect: false });
    this.#assign();
    await this.#until(() => this.#waiting.length === 0);
  }

  async finish(): Promise<void> {
    await this.#until(
      () =>
        this.#waiting.length + this.#suspects.length === 0 &&
        [...this.#seats].every((seat) => seat.inFlight.size === 0),
    );
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#seats].map((seat) => seat.worker.terminate()));
    this.#seats.clear();
  }

  async #until(condition: () => boolean): Promise<void> {
    for (;;) {
      if (this.#failure !== null) throw this.#failure;
      if (condition()) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #assign(): void {
    if (this.#closed || this.#failure !== null) return;
    // Suspects go alone, one at a time, so that the next death names its cause.
    const suspectAtWork = [...this.#seats].some((seat) =>
      [...seat.inFlight.values()].some((batch) => batch.suspect),
    );
    const suspect = this.#suspects[0];
    if (suspect !== undefined && !suspectAtWork) {
      const seat = this.#idleSeat() ?? (this.#isWorthSeat() ? this.#newSeat() : null);
      if (seat !== null) {
        this.#suspects.shift();
        this.#send(seat, suspect);
      }
    }
    while (this.#waiting.length > 0) {
      const seat =
        this.#idleSeat() ??
        (this.#isWorthSeat() ? this.#newSeat() : null) ??
        this.#leastBusySeat() ??
        (this.#waiting[0]?.tasks.some(takesLong) ? this.#newSeat() : null);
      const batch = seat === null ? undefined : this.#waiting.shift();
      if (seat === null || batch === undefined) return;
      this.#send(seat, batch);
    }
  }

  #send(seat: Seat, batch: Batch): void {
    seat.inFlight.set(batch.id, batch);
    tell(seat.worker, { kind: 'make', batch: batch.id, tasks: batch.tasks });
  }

  #idleSeat(): Seat | null {
    return [...this.#seats].find((seat) => seat.inFlight.size === 0) ?? null;
  }

  #leastBusySeat(): Seat | null {
    const open = [...this.#seats].filter(
      (seat) =>
        seat.inFlight.size < BATCHES_PER_WORKER &&
        ![...seat.inFlight.values()].some((batch) => batch.suspect),
    );
    return open.sort((a, b) => a.inFlight.size - b.inFlight.size)[0] ?? null;
  }

  #isWorthSeat(): boolean {
    if (this.#seats.size >= this.#options.workers) return false;
    const batches = [...this.#seats].flatMap(({ inFlight }) => [...inFlight.values()]);
    const tasks = [...batches, ...this.#waiting].reduce(
      (sum, batch) => sum + batch.tasks.length,
      0,
    );
    return this.#seats.size === 0 || tasks > this.#seats.size * TASKS_WORTH_A_WORKER;
  }

  #newSeat(): Seat | null {
    if (this.#seats.size >= this.#options.workers) return null;
    const { context, prepared } = this.#options;
    const { rendererDir } = context;
    const { worker, isReady } = prepared?.take() ?? {
      worker: openWorker({ rendererDir }),
      isReady: false,
    };
    tell(worker, { kind: 'begin', context });
    const seat: Seat = { worker, inFlight: new Map(), ready: isReady, lastError: null };
    this.#seats.add(seat);
    worker.on('message', (message: FromWorker) => {
      this.#receive(seat, message);
    });
    worker.on('error', (error) => {
      seat.lastError = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', (code) => {
      this.#bury(seat, code);
    });
    return seat;
  }

  #receive(seat: Seat, message: FromWorker): void {
    switch (message.kind) {
      case 'ready':
        seat.ready = true;
        return;
      case 'broken':
        this.#fail(
          new SiteError(OutputNotWritable, OutputNotWritable.message(message.file, message.reason)),
        );
        return;
      case 'changed': {
        const { artifact } = message;
        this.#fail(new SiteError(ArtifactChanged, ArtifactChanged.message(artifact), artifact));
        return;
      }
      case 'done':
        seat.inFlight.delete(message.batch);
        for (const result of message.results) this.#options.onResult(result);
        this.#assign();
        this.#wake();
    }
  }

  /** A worker ended: its pages are tried again one by one, and the one that kills again is given up. */
  #bury(seat: Seat, code: number): void {
    this.#seats.delete(seat);
    if (this.#closed) return;
    const reason = seat.lastError ?? `the worker ended with code ${code}`;
    if (!seat.ready) {
      const { rendererDir } = this.#options.context;
      this.#fail(new SiteError(RendererMissing, RendererMissing.message(rendererDir, reason)));
      return;
    }
    for (const batch of seat.inFlight.values()) {
      const [only] = batch.tasks;
      if (batch.suspect && only?.kind === 'page') {
        const { file, number, present, path } = only;
        const failed: Task = { kind: 'failed', file, number, present, path, reason };
        this.#suspects.push({ id: ++this.#lastBatch, tasks: [failed], suspect: true });
        continue;
      }
      if (batch.suspect) {
        this.#fail(new Error(`A worker died while writing ${only?.file ?? 'nothing'}: ${reason}`));
        return;
      }
      for (const task of batch.tasks) {
        this.#suspects.push({ id: ++this.#lastBatch, tasks: [task], suspect: true });
      }
    }
    this.#assign();
    this.#wake();
  }

  #fail(failure: Error): void {
    this.#failure ??= failure;
    this.#wake();
  }
}
