import type { ProgramAttributeSpecification, ProgramInfo } from 'sigma/rendering';

/**
 * Binds the buffer of a program as it was sent before. sigma sends it anew on every drawing, but a camera that moves
 * changes none: megabytes less for thousands of boxes and curves.
 *
 * @param bind the program's own way to bind one attribute; tells how many bytes it takes
 */
export function bindSent(
  attributes: readonly ProgramAttributeSpecification[],
  program: ProgramInfo,
  bind: (attribute: ProgramAttributeSpecification, program: ProgramInfo, offset: number) => number,
): void {
  program.gl.bindBuffer(program.gl.ARRAY_BUFFER, program.buffer);
  let offset = 0;
  for (const attribute of attributes) offset += bind(attribute, program, offset);
}
