/** Width and height of an image in its own units; only their proportion is told by some. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

const PNG = '89504e470d0a1a0a';

/** Size of a PNG, or of an SVG that tells one; null where it can't be told. */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length >= 24 && buffer.toString('hex', 0, 8) === PNG) {
    return positive(buffer.readUInt32BE(16), buffer.readUInt32BE(20));
  }
  const [tag] = /<svg\b[^>]*>/i.exec(buffer.toString('utf8', 0, 4096)) ?? [];
  if (tag === undefined) return null;
  const [, , , width, height] =
    /\bviewBox\s*=\s*["']\s*([\d.-]+)[\s,]+([\d.-]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/i.exec(tag) ?? [];
  return (
    positive(Number(width), Number(height)) ??
    positive(lengthOf(tag, 'width'), lengthOf(tag, 'height'))
  );
}

function lengthOf(tag: string, name: string): number {
  return Number(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)(?:px)?["']`, 'i').exec(tag)?.[1]);
}

function positive(width: number, height: number): ImageSize | null {
  return width > 0 && height > 0 ? { width, height } : null;
}
