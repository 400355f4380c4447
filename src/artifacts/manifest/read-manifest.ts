import {
  DuplicateId,
  FieldInvalid,
  KeyDiffersFromId,
  NewerSchema,
  NodeInvalid,
  NotAManifest,
} from '../../errors/catalogue.ts';
import { SiteError } from '../../errors/site-error.ts';
import { emptyOf, isJsonObject, type JsonObject, stringOrNull } from '../fields.ts';
import {
  describeValue,
  entriesOf,
  type JsonFile,
  parseObject,
  parseSpan,
  topLevel,
} from '../json-file.ts';
import { formatJsonPath } from '../json-path.ts';
import { kindAt, type OuterEntry } from '../json-spans.ts';
import { salvage } from '../salvage.ts';
import { disabledToList } from './adapters/disabled-to-list.ts';
import { oldMetadata } from './adapters/old-metadata.ts';
import { addDisabled, addResource } from './add-resource.ts';
import { columnsInFileOrder } from './column-order.ts';
import { selectorSchema } from './group.ts';
import { collectionTypes, identify } from './identity.ts';
import type { Manifest } from './manifest.ts';
import { manifestMetadataSchema } from './metadata.ts';
import { followRenamedIds } from './renamed-ids.ts';

/** The newest manifest schema whose content is known here. Fusion's v20 is a detour: it is back at v12. */
const NEWEST_SCHEMA = 12;

const notResources = new Set([
  'metadata',
  'disabled',
  'selectors',
  'parent_map',
  'child_map',
  'group_map',
]);

/**
 * Reads a manifest of any dbt version entry by entry, so that its size may exceed the longest string.
 *
 * @throws SiteError `NotAManifest` when the file is JSON of another kind.
 * @throws JsonStructureError when the file is cut off or its outer structure is broken.
 */
export function readManifest(file: JsonFile): Manifest {
  const top = topLevel(file);
  const reader = new ManifestReader(file, top ?? []);
  reader.checkKind(top !== null);
  return reader.read();
}

/** The manifest under construction, with the ids seen so far. */
class ManifestReader {
  private readonly file: JsonFile;
  private readonly top: readonly OuterEntry[];
  private readonly manifest: Manifest;
  private readonly seen = new Set<string>();
  private readonly renamed = new Map<string, string>();

  constructor(file: JsonFile, top: readonly OuterEntry[]) {
    this.file = file;
    this.top = top;
    this.manifest = emptyManifest(this.readMetadata());
  }

  /** Tells a manifest from any other JSON: by what it says that it is, or by having nodes. */
  checkKind(isObject: boolean): void {
    const schema = this.manifest.metadata.dbt_schema_version ?? '';
    if (isObject && schema.includes('/manifest/')) return;
    const keys = this.top.map(({ key }) => key);
    const isOther = /\/dbt\/(?:catalog|run-results|sources)\//.test(schema);
    // An empty site must not replace a good one because a file of something else has a key `nodes`.
    const nodes = this.top.findLast(({ key }) => key === 'nodes');
    const hasNodes = nodes !== undefined && kindAt(this.file.bytes, nodes.start) === 'object';
    if (isObject && !isOther && hasNodes) return;
    const found = !isObject
      ? 'it is no object'
      : isOther
        ? `it says that it is ${schema}`
        : keys.length === 0
          ? 'it is an empty object'
          : nodes !== undefined && !isOther
            ? 'its "nodes" is no object'
            : `its keys are ${keys.slice(0, 6).join(', ')}${keys.length > 6 ? ' …' : ''}`;
    throw new SiteError(NotAManifest, NotAManifest.message(this.file.path, found), this.file.path);
  }

  read(): Manifest {
    const { manifest, file } = this;
    this.checkVersion();
    for (const entry of this.top) {
      if (collectionTypes.has(entry.key)) this.readResources(entry);
      else if (!notResources.has(entry.key)) this.readUnknown(entry);
      else if (entry.key === 'disabled') this.readDisabled(entry);
      else if (entry.key === 'selectors') this.readSelectors(entry);
      else if (entry.key === 'parent_map') manifest.parent_map = readIdMap(file, entry);
      else if (entry.key === 'child_map') manifest.child_map = readIdMap(file, entry);
    }
    // A key that is another entry's own id means that one.
    for (const key of this.renamed.keys()) if (this.seen.has(key)) this.renamed.delete(key);
    followRenamedIds(manifest, this.renamed);
    return manifest;
  }

  private readMetadata(): Manifest['metadata'] {
    const read = (key: string): JsonObject => {
      const entry = this.top.findLast((candidate) => candidate.key === key);
      return (entry && parseObject(this.file, entry, [key])) ?? {};
    };
    const generatedAt = this.top.find(({ key }) => key === 'generated_at');
    const old = generatedAt ? parseSpan(this.file, generatedAt, ['generated_at']) : null;
    const raw = oldMetadata(read('metadata'), { generated_at: old });
    const place = { file: this.file.path, path: ['metadata'], diagnostics: this.file.diagnostics };
    return salvage(manifestMetadataSchema, raw, place) ?? emptyOf(manifestMetadataSchema);
  }

  private checkVersion(): void {
    const {
      dbt_schema_version: schema,
      schema_number: number,
      is_fusion: isFusion,
    } = this.manifest.metadata;
    if (schema === null || number === null || number <= NEWEST_SCHEMA || isFusion) return;
    this.file.diagnostics.add(
      NewerSchema,
      this.file.path,
      '$.metadata.dbt_schema_version',
      schema,
      NEWEST_SCHEMA,
    );
  }

  private readResources(collection: OuterEntry): void {
    for (const entry of entriesOf(this.file, collection, [collection.key])) {
      const path = [collection.key, entry.key];
      const value = parseSpan(this.file, entry, path);
      if (value === undefined) continue;
      if (!isJsonObject(value)) {
        this.reject(path, `it is ${describeValue(value)} and not an object`);
        continue;
      }
      this.addIdentified(columnsInFileOrder(this.file, entry, value), entry.key, path);
    }
  }

  private addIdentified(
    value: JsonObject,
    key: string | number,
    path: readonly PropertyKey[],
  ): void {
    const { diagnostics, path: file } = this.file;
    const identified = identify(value, key, String(path[0]));
    if (typeof identified === 'string') return this.reject(path, identified);
    const { id, raw } = identified;
    if (typeof key === 'string' && key !== id) {
      this.renamed.set(key, id);
      diagnostics.add(KeyDiffersFromId, file, formatJsonPath(path), id);
    }
    if (this.seen.has(id)) {
      diagnostics.add(DuplicateId, file, formatJsonPath(path), id);
      return;
    }
    this.seen.add(id);
    addResource(this.manifest, raw, { file, path, diagnostics });
  }

  /** A collection of a future dbt: its entries are resources when the first one looks like it. */
  private readUnknown(collection: OuterEntry): void {
    if (this.file.bytes[collection.start] !== 0x7b) return;
    const [first] = entriesOf(this.file, collection, [collection.key]);
    if (first === undefined) return;
    const sample = parseSpan(this.file, first, [collection.key, first.key]);
    const isResource =
      isJsonObject(sample) &&
      stringOrNull(sample.unique_id) !== null &&
      stringOrNull(sample.resource_type) !== null;
    if (isResource) this.readResources(collection);
  }

  private readDisabled(collection: OuterEntry): void {
    for (const entry of entriesOf(this.file, collection, ['disabled'])) {
      const path = ['disabled', entry.key];
      const value = parseSpan(this.file, entry, path);
      if (value === undefined) continue;
      for (const resource of disabledToList(value)) {
        if (!isJsonObject(resource)) {
          this.reject(path, `it is ${describeValue(resource)} and not an object`);
          continue;
        }
        const identified = identify(resource, entry.key, 'disabled');
        if (typeof identified === 'string') this.reject(path, identified);
        else {
          const { path: file, diagnostics } = this.file;
          addDisabled(this.manifest, identified.raw, { file, path, diagnostics });
        }
      }
    }
  }

  private readSelectors(collection: OuterEntry): void {
    for (const entry of entriesOf(this.file, collection, ['selectors'])) {
      const path = ['selectors', entry.key];
      const raw = parseObject(this.file, entry, path);
      if (raw === undefined) continue;
      const place = { file: this.file.path, path, diagnostics: this.file.diagnostics };
      const selector = salvage(selectorSchema, { name: entry.key, ...raw }, place);
      if (selector !== null) this.manifest.selectors.push(selector);
    }
  }

  private reject(path: readonly PropertyKey[], reason: string): void {
    this.file.diagnostics.add(NodeInvalid, this.file.path, formatJsonPath(path), reason);
  }
}

function emptyManifest(metadata: Manifest['metadata']): Manifest {
  return {
    metadata,
    nodes: [],
    sources: [],
    exposures: [],
    metrics: [],
    semantic_models: [],
    saved_queries: [],
    unit_tests: [],
    functions: [],
    groups: [],
    macros: [],
    docs: [],
    disabled: [],
    selectors: [],
    parent_map: new Map(),
    child_map: new Map(),
  };
}

function readIdMap(file: JsonFile, entry: OuterEntry): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const [id, others] of Object.entries(parseObject(file, entry, [entry.key]) ?? {})) {
    if (Array.isArray(others)) {
      map.set(
        id,
        others.filter((other): other is string => typeof other === 'string'),
      );
    } else if (others !== null) {
      const path = formatJsonPath([entry.key, id]);
      file.diagnostics.add(FieldInvalid, file.path, path, describeValue(others), 'a list');
    }
  }
  return map;
}
