import type { Owner } from './owner.ts';

/** A name and an address as artifacts give them. */
interface RawOwner {
  readonly name: string | null;
  readonly email: string | null;
}

/**
 * Who answers for a resource: its own owner (exposures and groups), else its group's, else `meta.owner`, which is a name or
 * an object with `name` and `email`.
 */
export function findOwner(
  own: RawOwner | null,
  ofGroup: RawOwner | null,
  meta: Readonly<Record<string, unknown>>,
): Owner | null {
  return (
    ownerOf(own, 'own') ?? ownerOf(ofGroup, 'group') ?? ownerOf(rawOwner(meta['owner']), 'meta')
  );
}

function ownerOf(raw: RawOwner | null, from: Owner['from']): Owner | null {
  const name = raw?.name || raw?.email;
  return raw && name ? { name, email: raw.email || null, from } : null;
}

function rawOwner(value: unknown): RawOwner | null {
  if (typeof value === 'string') return { name: value, email: null };
  if (typeof value !== 'object' || value === null) return null;
  const { name, email } = value as { name?: unknown; email?: unknown };
  return {
    name: typeof name === 'string' ? name : null,
    email: typeof email === 'string' ? email : null,
  };
}
