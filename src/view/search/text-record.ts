/** What is searched in full of one page. */
export interface TextRecord {
  /** Of its page, below the base: `/models/model.shop.orders/`. */
  readonly path: string;
  /** Passages of `search/text-fields.ts`, joined. */
  readonly text: string;
}
