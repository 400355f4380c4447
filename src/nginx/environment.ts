import { isIP } from 'node:net';
import { nearestName } from '../config/nearest-name.ts';

/** Variables by name, as `process.env` has them. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Reads variables one after the other and gathers what is wrong with them, in full sentences. */
export class Environment {
  readonly problems: string[] = [];
  readonly #variables: Variables;

  constructor(variables: Variables) {
    this.#variables = variables;
  }

  /** Says that a variable has a value that is not allowed. */
  refuse(name: string, allowed: string): void {
    // An address may hold a password, which must not get into a log.
    const value = (this.#variables[name] ?? '').replace(/\/\/[^/@]*@/, '//***@');
    this.problems.push(`${name} is ${JSON.stringify(value)}, but must be ${allowed}.`);
  }

  /** The value without the space around it; null when there is none, or an empty one. */
  text(name: string): string | null {
    const value = this.#variables[name]?.trim() ?? '';
    return value === '' ? null : value;
  }

  /** A value that must be there. */
  required(name: string, why: string): string {
    const value = this.text(name);
    if (value === null) this.problems.push(`${name} is not set, ${why}.`);
    return value ?? '';
  }

  /** A value that must match, or the one that stands for it when it is not set or refused. */
  matching(name: string, pattern: RegExp, allowed: string): string | null {
    const value = this.text(name);
    if (value === null || pattern.test(value)) return value;
    this.refuse(name, allowed);
    return null;
  }

  /** One of several words; the first is the default. */
  word<const Word extends string>(name: string, words: readonly [Word, ...Word[]]): Word {
    const value = this.text(name);
    if (value === null) return words[0];
    const found = words.find((word) => word === value);
    if (found === undefined) {
      const [last, ...others] = words.map((word) => `"${word}"`).reverse();
      this.refuse(name, `${others.reverse().join(', ')} or ${last ?? ''}`);
    }
    return found ?? words[0];
  }

  /** A whole number between two others, both included. */
  number(name: string, least: number, most: number): number | null {
    const value = this.text(name);
    if (value === null) return null;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    this.refuse(name, `a whole number from ${String(least)} to ${String(most)}`);
    return null;
  }

  /** Values between commas, each of which must pass. */
  list(name: string, passes: (item: string) => boolean, allowed: string): string[] {
    const value = this.text(name);
    if (value === null) return [];
    const items = value.split(',').map((item) => item.trim());
    if (items.every(passes)) return [...new Set(items)];
    this.refuse(name, allowed);
    return [];
  }

  /** Names with this prefix that are set. Kubernetes' own, of a service of that name, are left out. */
  namesWith(prefix: string): string[] {
    const ofService = new RegExp(`^${prefix}(SERVICE_(HOST|PORT)|PORT)(_|$)`);
    return Object.keys(this.#variables)
      .filter((name) => name.startsWith(prefix) && !ofService.test(name))
      .filter((name) => this.text(name) !== null)
      .toSorted();
  }

  /** Refuses names with a prefix that mean nothing: a misspelt one would leave the site open. */
  refuseOthers(prefix: string, known: readonly string[]): void {
    for (const name of this.namesWith(prefix)) {
      if (known.includes(name)) continue;
      // The prefix alone is a name as well: `AUTH_MODE` means `AUTH`.
      const nearest = nearestName(name, known) ?? prefix.slice(0, -1);
      this.problems.push(`${name} is not a variable of dbt-Workbench. Did you mean ${nearest}?`);
    }
  }
}

/** Whether a text is an IP address, or a network as `10.0.0.0/8`. */
export function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0 || address.includes('%')) return false;
  if (bits === undefined) return true;
  return /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
}
