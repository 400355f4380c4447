import { AbstractNodeProgram } from 'sigma/rendering';

/** In place of what sigma would draw a node with that is under the pointer: that is drawn elsewhere here. */
export class NoHoverProgram extends AbstractNodeProgram {
  readonly drawLabel = undefined;
  readonly drawHover = undefined;
  process(): void {}
  reallocate(): void {}
  render(): void {}
  kill(): void {}
}
