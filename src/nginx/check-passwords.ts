import type { FileCheck } from './file-check.ts';

/** Hashes that Debian's nginx can check: its own three, and those of its crypt(). */
const KNOWN = /^(\$apr1\$|\{SHA\}|\{SSHA\}|\$(?:1|5|6|y|2[aby])\$)/;

/** Checks a file of names and hashed passwords, as `htpasswd` and `openssl passwd` make them. */
export function checkPasswords(text: string): FileCheck {
  const entries = text
    .split('\n')
    .map((line, at) => ({ line: line.trim(), at: at + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));
  if (entries.length === 0) return { problem: 'which names nobody', warnings: [] };
  for (const { line, at } of entries) {
    const [name = '', hash = ''] = line.split(':');
    if (name !== '' && KNOWN.test(hash)) continue;
    const problem = `whose line ${String(at)} is not a name, ":" and a hashed password`;
    return { problem, warnings: [] };
  }
  // nginx checks the password of every request anew, and waits for it.
  const slow = entries.filter(({ line }) => /^[^:]*:\$(2[aby]|y)\$/.test(line));
  const warnings =
    slow.length === 0
      ? []
      : [
          `Line ${slow.map(({ at }) => at).join(', ')} has a hash that is slow to check (bcrypt or yescrypt): the site would answer some ten requests a second. Hash with "openssl passwd -apr1", and choose a long password by chance.`,
        ];
  return { problem: null, warnings };
}
