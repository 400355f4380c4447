import { hash } from 'node:crypto';

/** A short stand-in for a text: SHA-256 in base64url, 43 characters. */
export function digest(text: string): string {
  return hash('sha256', text, 'base64url');
}
