import { Program, type ProgramInfo } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';

/** Where programs draw: a frame out of sight, or the canvas (null). */
export type Target = WebGLFramebuffer | null;

/** Some of the items of a program, by their places in its buffer. */
export interface Items {
  readonly from: number;
  readonly count: number;
}

/**
 * What our programs have in common. They draw when they are told to, not when sigma says so: what lies under the boxes
 * comes after them there. And they send only what has changed: sigma sends all on every drawing, but a camera that
 * moves changes nothing, which spares megabytes for thousands of boxes and curves.
 */
export abstract class LayerProgram<Uniform extends string = string> extends Program<Uniform> {
  #isSent = false;
  #items: Items | null = null;

  /** Tells that other things are drawn than were sent. */
  protected change(): void {
    this.#isSent = false;
  }

  override reallocate(capacity: number): void {
    super.reallocate(capacity);
    this.#isSent = false;
  }

  /** sigma calls it. */
  override render(): void {}

  /** @param items all of them, where none are named */
  draw(params: RenderParams, target: Target, items: Items | null = null): void {
    this.normalProgram.frameBuffer = target;
    this.#items = items;
    super.render(params);
  }

  override drawWebGL(method: number, { gl, frameBuffer }: ProgramInfo): void {
    gl.bindFramebuffer(gl.FRAMEBUFFER, frameBuffer);
    const { from, count } = this.#items ?? { from: 0, count: this.capacity };
    gl.drawArrays(method, from * this.VERTICES, count * this.VERTICES);
  }

  protected override bindProgram(program: ProgramInfo): void {
    if (this.#isSent) {
      program.gl.bindBuffer(program.gl.ARRAY_BUFFER, program.buffer);
      let offset = 0;
      for (const attribute of this.ATTRIBUTES)
        offset += this.bindAttribute(attribute, program, offset);
    } else super.bindProgram(program);
    this.#isSent = true;
  }
}
