/** From pixels at full size to pixels of the window. */
export interface ViewBox {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  /** Of the window. */
  readonly width: number;
  readonly height: number;
}
