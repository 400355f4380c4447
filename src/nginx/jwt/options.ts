/** What a token must be like, and where it is. */
export interface JwtOptions {
  /** Path of a JSON Web Key Set, read for each request: a new one holds at once. */
  readonly keysFile: string;
  readonly issuers: readonly string[];
  readonly audiences: readonly string[];
  /** By how many seconds clocks may differ. */
  readonly leeway: number;
  /** Name of the header that holds the token, in lower case. */
  readonly header: string;
  /** Name of the cookie that holds it when there is no such header. */
  readonly cookie: string | null;
}
