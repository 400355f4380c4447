/**
 * What pages may load. `'wasm-unsafe-eval'` is for Pagefind, the hash for the style of nginx's own
 * error pages.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'sha256-qGnN6pgVsViROU09c7d5n333CQWc6UfWCIYy08YeFz8='",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
