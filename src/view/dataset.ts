/** What search engines and assistants are told of a resource that is data, beside what its page shows anyway. */
export interface DatasetView {
  /** `"db"."schema"."orders"`; null when not told. */
  readonly relation: string | null;
  readonly owner: string | null;
  readonly tags: readonly string[];
  readonly version: string | null;
  /** ISO 8601 UTC: when its data last changed, as far as the artifacts tell. */
  readonly modifiedAt: string | null;
}
