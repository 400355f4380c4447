/** An archive entry, or a run from another site, that cannot be used. */
export class DamagedEntry extends Error {
  /** False when the entry may be good, but this process can't read it: then it stays where it is. */
  readonly isDamaged: boolean;

  /** @param reason why, to stand in a sentence: `its gzip stream is cut off` */
  constructor(reason: string, isDamaged = true) {
    super(reason);
    this.name = 'DamagedEntry';
    this.isDamaged = isDamaged;
  }
}
