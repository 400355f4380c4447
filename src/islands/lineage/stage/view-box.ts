/** From pixels at full size to pixels of the window. */
export interface ViewBox {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  /** Of the window. */
  readonly width: number;
  readonly height: number;
}

/** A part of the window, in its pixels. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
