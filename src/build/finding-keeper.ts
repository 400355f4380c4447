import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Findings, KeptFindings } from '../health/kept-findings.ts';
import { replaceFile } from './replace-file.ts';

interface OnDisk {
  readonly maker: string;
  readonly key: string;
  readonly findings: Findings;
}

/** Keeps what rules of health found from one build to the next. */
export class FindingKeeper {
  readonly #path: string;
  readonly #maker: string;

  /**
   * @param path of the file that it remembers in; its folder is made when there is something
   * @param maker the release that finds: another one's rules may find something else
   */
  constructor(path: string, maker: string) {
    this.#path = path;
    this.#maker = maker;
  }

  /** @param key stands for all that was looked at */
  under(key: string): KeptFindings {
    return {
      find: () => this.#find(key),
      keep: (findings) => {
        this.#keep({ maker: this.#maker, key, findings });
      },
    };
  }

  #find(key: string): Findings | null {
    try {
      const kept = JSON.parse(readFileSync(this.#path, 'utf8')) as OnDisk;
      return kept.maker === this.#maker && kept.key === key ? kept.findings : null;
    } catch {
      // There is none yet, or it was cut off.
      return null;
    }
  }

  #keep(kept: OnDisk): void {
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      replaceFile(this.#path, JSON.stringify(kept));
    } catch {
      // Without it the next build applies all rules again, which is all that it costs.
    }
  }
}
