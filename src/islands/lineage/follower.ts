/** Goes after what was chosen. */
export interface Follower {
  /** It goes soon. */
  readonly isWaiting: boolean;
  /** Goes there soon; null for nowhere. */
  follow(node: number | null): void;
  /** Goes at once where it was to go soon. */
  catchUp(): void;
}

/** So long what was chosen is seen where it is: about as long as it takes to be seen, where graphics are software. Milliseconds. */
const REST = 150;

/**
 * Has the camera come after what was chosen when that is on screen: drawing all from another place first would take
 * three times as long. Who chooses faster than that, as by a key that is held, is followed step by step.
 */
export function makeFollower(arrive: (node: number | null) => void): Follower {
  let next: { readonly node: number | null } | null = null;
  let timer = 0;
  const catchUp = (): void => {
    clearTimeout(timer);
    const reached = next;
    next = null;
    if (reached !== null) arrive(reached.node);
  };
  return {
    get isWaiting() {
      return next !== null;
    },
    follow(node) {
      clearTimeout(timer);
      next = { node };
      timer = window.setTimeout(catchUp, REST);
    },
    catchUp,
  };
}
