import { describe, expect, it } from 'vitest';
import { imageSize } from './image-size.ts';

const svg = (attributes: string) => Buffer.from(`<?xml version="1.0"?>\n<svg ${attributes}></svg>`);

describe('imageSize', () => {
  it('reads the header of a PNG', () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000a000000030', 'hex');
    expect(imageSize(png)).toEqual({ width: 160, height: 48 });
  });

  it.each([
    ['viewBox="0 0 120 24"', { width: 120, height: 24 }],
    ['viewBox="-2,-2, 36.5,18"', { width: 36.5, height: 18 }],
    ['xmlns="x" width="90px" height="30"', { width: 90, height: 30 }],
    ['width="100%" height="30"', null],
    ['viewBox="0 0 0 24"', null],
  ])('reads an SVG with %s', (attributes, size) => {
    expect(imageSize(svg(attributes))).toEqual(size);
  });

  it('knows nothing of other files', () => {
    expect(imageSize(Buffer.from('RIFF....WEBP'))).toBeNull();
    expect(imageSize(Buffer.alloc(0))).toBeNull();
  });
});
