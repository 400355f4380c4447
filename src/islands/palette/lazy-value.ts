/** Something that is fetched once, when it is first needed. */
export interface LazyValue<T> {
  /** null before it has come. */
  readonly value: T | null;
  /** Whether it could not be had. */
  readonly hasFailed: boolean;
  readonly load: () => void;
  /** Has the next `load` try again what failed. */
  readonly retry: () => void;
}

/** @param changed called when it has come, or has failed */
export function lazyValue<T>(fetch: () => Promise<T>, changed: () => void): LazyValue<T> {
  let value: T | null = null;
  let state: 'new' | 'asked' | 'failed' = 'new';
  return {
    get value() {
      return value;
    },
    get hasFailed() {
      return state === 'failed';
    },
    load() {
      if (state !== 'new') return;
      state = 'asked';
      fetch().then(
        (came) => {
          value = came;
          changed();
        },
        () => {
          state = 'failed';
          changed();
        },
      );
    },
    retry() {
      if (state === 'failed') state = 'new';
    },
  };
}
