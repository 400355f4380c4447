import { createPublicKey } from 'node:crypto';
import type { FileCheck } from './file-check.ts';
import { readKeySet, type VerificationKey } from './jwt/keys.ts';

/** Checks a JSON Web Key Set before anything relies on it. */
export function checkKeys(text: string): FileCheck {
  const set = readKeySet(text);
  if (set === null) {
    return { problem: 'which is no JSON Web Key Set: {"keys": […]}', warnings: [] };
  }
  const warnings = set.refused.flatMap((reason, at) =>
    reason === null ? [] : [`keys[${String(at)}] is not used: it ${reason}.`],
  );
  const broken = set.keys.find((key) => !isWhole(key));
  if (broken !== undefined) {
    return { problem: `whose key ${broken.kid ?? 'without a "kid"'} is damaged`, warnings };
  }
  const names = set.keys.map(({ algorithm, kid }) => `${algorithm} ${kid ?? ''}`);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    const problem = `where two keys have the algorithm and the "kid" ${twice.trim()}: a token could not say which it is signed with`;
    return { problem, warnings };
  }
  const found = warnings.length > 0 ? ` (${warnings.join(' ')})` : '';
  const problem =
    set.keys.length > 0 ? null : `which holds no key for RS256, ES256 or HS256${found}`;
  return { problem, warnings };
}

function isWhole({ algorithm, bytes }: VerificationKey): boolean {
  if (algorithm === 'HS256') return true;
  try {
    createPublicKey({ key: Buffer.from(bytes), format: 'der', type: 'spki' });
    return true;
  } catch {
    return false;
  }
}
