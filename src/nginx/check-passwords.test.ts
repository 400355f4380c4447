import { describe, expect, it } from 'vitest';
import { checkPasswords } from './check-passwords.ts';

describe('a file of passwords', () => {
  it('is good with hashes that nginx knows', () => {
    const text = '# readers\nada:$apr1$x$y\n\nbob:{SHA}x=\ncem:{SSHA}x\ndea:$6$x$y:a note\n';
    expect(checkPasswords(text)).toEqual({ problem: null, warnings: [] });
  });

  it('warns of hashes that take nginx longer than a page may take', () => {
    const { problem, warnings } = checkPasswords('ada:$apr1$x$y\nbob:$2y$10$x\n');
    expect(problem).toBeNull();
    expect(warnings).toEqual([
      'Line 2 has a hash that is slow to check (bcrypt or yescrypt): the site would answer some ten requests a second. Hash with "openssl passwd -apr1", and choose a long password by chance.',
    ]);
  });

  it.each([
    ['nobody', '# nobody\n', 'which names nobody'],
    [
      'a password as it is',
      'ada:secret\n',
      'whose line 1 is not a name, ":" and a hashed password',
    ],
    [
      'a password marked so',
      'ada:{PLAIN}secret\n',
      'whose line 1 is not a name, ":" and a hashed password',
    ],
    ['no name', 'ada:{SHA}x\n:{SHA}x\n', 'whose line 2 is not a name, ":" and a hashed password'],
    ['no hash', 'ada\n', 'whose line 1 is not a name, ":" and a hashed password'],
  ])('with %s is refused', (_what, text, problem) => {
    expect(checkPasswords(text).problem).toBe(problem);
  });
});
