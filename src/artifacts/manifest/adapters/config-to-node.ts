import { isJsonObject, type JsonObject } from '../../fields.ts';

/**
 * `tags`, `meta`, `docs`, `access`, `group` and `contract` may stand on the node, in its `config`, or
 * in both (Fusion leaves them out of the node). Afterwards the node has them.
 */
export function configToNode(raw: JsonObject): JsonObject {
  const config = isJsonObject(raw.config) ? raw.config : {};
  const patch: JsonObject = {};
  const tags = mergeTags(raw.tags, config.tags);
  if (tags !== raw.tags) patch.tags = tags;
  if (isEmpty(raw.meta) && isJsonObject(config.meta) && !isEmpty(config.meta))
    patch.meta = config.meta;
  if (isJsonObject(config.docs)) {
    const docs = mergeDocs(raw.docs, config.docs);
    if (docs !== raw.docs) patch.docs = docs;
  }
  for (const key of ['access', 'group', 'contract']) {
    if ((raw[key] ?? null) === null && (config[key] ?? null) !== null) {
      const value = config[key];
      patch[key] = isJsonObject(value) ? { ...value } : value;
    }
  }
  return Object.keys(patch).length === 0 ? raw : { ...raw, ...patch };
}

/** All tags of both, once each; the node's first. A single tag may stand without a list. */
function mergeTags(own: unknown, configured: unknown): unknown {
  const hasNoDuplicate = isNothing(own) || (Array.isArray(own) && own.length === 1);
  if (hasNoDuplicate && isNothing(configured)) return own;
  const nodeTags = asList(own);
  const configTags = asList(configured);
  // Something of another type is left for validation to report.
  if (nodeTags === null) return own;
  const merged = [...new Set([...nodeTags, ...(configTags ?? [])])];
  const isSame =
    nodeTags.length === merged.length && merged.every((tag, index) => tag === nodeTags[index]);
  return Array.isArray(own) && isSame ? own : merged;
}

function isNothing(tags: unknown): boolean {
  return tags === undefined || tags === null || (Array.isArray(tags) && tags.length === 0);
}

function asList(tags: unknown): readonly unknown[] | null {
  if (tags === undefined || tags === null) return [];
  if (typeof tags === 'string') return [tags];
  return Array.isArray(tags) ? (tags as unknown[]) : null;
}

function isEmpty(meta: unknown): boolean {
  if (meta === undefined || meta === null) return true;
  if (!isJsonObject(meta)) return false;
  for (const key in meta) if (Object.hasOwn(meta, key)) return false;
  return true;
}

/** Hidden when either says so; the colour of the node, or else of the config. */
function mergeDocs(own: unknown, configured: JsonObject): unknown {
  if (own !== undefined && own !== null && !isJsonObject(own)) return own;
  const docs = own ?? {};
  const isHidden = docs.show === false || configured.show === false;
  const color = docs.node_color ?? configured.node_color ?? null;
  if (own && docs.show === !isHidden && (docs.node_color ?? null) === color) return own;
  return { ...configured, ...docs, show: !isHidden, node_color: color };
}
