import type { Step } from './host.ts';

/** The address of the page, which tells what is shown. */
export interface Address {
  /** Writes it as soon as what is shown now has been drawn. */
  write(url: string, step: Step): void;
  /** Writes at once what waits. */
  flush(): void;
  /** Forgets what waits: the reader has gone elsewhere. */
  drop(): void;
}

/** So long after what is shown now was drawn it is written. Milliseconds. */
const REST = 120;

/** Browsers draw their own window again for an address; what the reader asked for comes first. */
export function makeAddress(): Address {
  let waiting: { readonly url: string; readonly step: Step } | null = null;
  const flush = (): void => {
    if (waiting === null) return;
    const { url, step } = waiting;
    waiting = null;
    if (step === 'push') history.pushState(null, '', url);
    else history.replaceState(null, '', url);
  };
  return {
    write(url, step) {
      // Each place to go back to is one.
      if (waiting?.step === 'push' && step === 'push') flush();
      const isNew = waiting === null;
      waiting = { url, step: waiting?.step === 'push' ? 'push' : step };
      if (!isNew) return;
      if (document.hidden) flush();
      else setTimeout(flush, REST);
    },
    flush,
    drop() {
      waiting = null;
    },
  };
}
