import { ConfigInvalid } from '../errors/catalogue.ts';
import { SiteError } from '../errors/site-error.ts';
import type { CheckedConfig, IndirectMode } from './schema.ts';

/** Which part of the project somebody asks for, in dbt's selector language. */
export interface SelectionRequest {
  /** Null: everything. */
  readonly select: string | null;
  readonly exclude: string | null;
  /** A selector of `selectors.yml`, instead of `select` and `exclude`. */
  readonly selector: string | null;
  readonly indirect: IndirectMode;
  /** Folder with an older manifest, absolute; null: `state:` has nothing to compare with. */
  readonly state: string | null;
}

/** @throws SiteError `ConfigInvalid` for a selector beside another selection */
export function selectionRequest(config: CheckedConfig): SelectionRequest {
  const { select = null, exclude = null, selector = null, state = null } = config;
  if (selector !== null && (select !== null || exclude !== null)) {
    const problem =
      '"selector" excludes "select" and "exclude"; to add to it, write select: "selector:name +orders"';
    throw new SiteError(ConfigInvalid, ConfigInvalid.message('The selection', [problem]));
  }
  return { select, exclude, selector, indirect: config.indirectSelection ?? 'eager', state };
}

/** True when a request asks for less than everything. */
export function isPart({ select, exclude, selector }: SelectionRequest): boolean {
  return select !== null || exclude !== null || selector !== null;
}
