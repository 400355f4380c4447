import type { Resource } from '../project/resource.ts';
import { currentStatus, type ViewContext } from './context.ts';
import { digest } from './digest.ts';

/** What fingerprints are put together from. Each is made once, as many pages name the same resource. */
export interface Parts {
  /** All that the artifacts say of it: its shape and its words. */
  readonly own: (resource: Resource) => string;
  /** The same without its code. */
  readonly told: (resource: Resource) => string;
  /** All but its words: what it is, and what of it is described. */
  readonly shape: (resource: Resource) => string;
  /** The same, whatever is described. */
  readonly bareShape: (resource: Resource) => string;
  /** How other pages name it. */
  readonly name: (uniqueId: string) => string;
  /** How other pages name and mark it. */
  readonly brief: (uniqueId: string) => string;
  /** Its health with what the reasons name. */
  readonly health: (uniqueId: string) => string;
  /** Its outcomes and checks, with what a page says of their runs. */
  readonly results: (uniqueId: string) => string;
}

/** What was made of one resource so far. A look into one map for all of them takes as long as for one of them. */
interface Known {
  own: string | null;
  told: string | null;
  shape: string | null;
  bareShape: string | null;
  name: string | null;
  brief: string | null;
  health: string | null;
  results: string | null;
}

/** Prepares them for everything in a context. */
export function createParts(context: ViewContext): Parts {
  const all = new Map<string, Known>();
  const knownOf = (id: string): Known => {
    let known = all.get(id);
    if (known === undefined) {
      known = {
        own: null,
        told: null,
        shape: null,
        bareShape: null,
        name: null,
        brief: null,
        health: null,
        results: null,
      };
      all.set(id, known);
    }
    return known;
  };
  // Many name one resource, so that a short text for it is worth a hash.
  const nameOf = (id: string, known: Known): string =>
    (known.name ??= digest(nameText(id, context)));
  const brief = (id: string): string => {
    const known = knownOf(id);
    if (known.brief !== null) return known.brief;
    const status = currentStatus(context, id);
    return (known.brief = `${nameOf(id, known)}\t${status?.word}\t${status?.kind}`);
  };
  const shapeOf = (resource: Resource, known: Known): string => {
    if (known.shape !== null) return known.shape;
    known.bareShape ??= digest(bareShapeText(resource));
    return (known.shape = `${known.bareShape} ${describedText(resource)}`);
  };
  const toldOf = (resource: Resource, known: Known): string =>
    (known.told ??= `${shapeOf(resource, known)} ${descriptionsPrint(resource)}`);
  return {
    own: (resource) => {
      const known = knownOf(resource.uniqueId);
      if (known.own !== null) return known.own;
      return (known.own = `${toldOf(resource, known)} ${codeText(resource)}`);
    },
    told: (resource) => toldOf(resource, knownOf(resource.uniqueId)),
    shape: (resource) => shapeOf(resource, knownOf(resource.uniqueId)),
    bareShape: (resource) =>
      (knownOf(resource.uniqueId).bareShape ??= digest(bareShapeText(resource))),
    name: (id) => nameOf(id, knownOf(id)),
    brief,
    results: (id) => (knownOf(id).results ??= context.history.resourceKey(id)),
    health: (id) => (knownOf(id).health ??= digest(healthText(id, context, brief).join('\n'))),
  };
}

/** Everything but its words. */
function bareShapeText(resource: Resource): string {
  const columns = resource.columns.map(({ name }) => name);
  return JSON.stringify({ ...resource, ...WORDLESS, columns });
}

/** Whether it and each of its columns is described. Only tables with very many columns are worth a hash. */
function describedText({ description, columns }: Resource): string {
  let text = description.trim() === '' ? '0' : '1';
  for (const column of columns) text += column.description.trim() === '' ? '0' : '1';
  return text.length > MOST_FLAGS ? digest(text) : text;
}

const MOST_FLAGS = 64;

const WORDLESS = {
  description: '',
  docBlocks: [],
  rawCode: null,
  compiledCode: null,
  checksum: null,
} as const satisfies Partial<Resource>;

/** Its descriptions, and all that there is to say of its columns; empty where there are neither, as of most tests. */
function descriptionsPrint({ description, columns, docBlocks }: Resource): string {
  if (description === '' && columns.length === 0 && docBlocks.length === 0) return '';
  return digest(JSON.stringify([description, columns, docBlocks]));
}

/** A hash of its code; empty where there is none, as of sources. */
function codeText({ rawCode, compiledCode, checksum }: Resource): string {
  if (rawCode === null && compiledCode === null && checksum === null) return '';
  // Not written as JSON, as most of a project is code; the length tells where the first ends.
  const lengths = JSON.stringify([rawCode?.length, compiledCode?.length, checksum]);
  return digest(`${lengths}\n${rawCode ?? ''}\n${compiledCode ?? ''}`);
}

function nameText(id: string, context: ViewContext): string {
  const { name, resourceType, href } = context.links.link(id);
  const resource = context.project.resources.get(id);
  const details = resource?.details;
  const access = details?.kind === 'node' ? details.access : null;
  const json = context.links.jsonHref(id);
  return [id, name, resourceType, href, json, access, resource?.isShown, resource?.nodeColor].join(
    '\t',
  );
}

/** Its health with what the reasons name: most of them tell of others. */
function healthText(id: string, context: ViewContext, brief: Parts['brief']): string[] {
  const health = context.health.of(id);
  if (health === null) return [];
  const about = health.reasons.flatMap((reason) => reason.about);
  return [JSON.stringify(health), ...about.map(brief), ''];
}
