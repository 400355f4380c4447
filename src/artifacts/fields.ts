import { z } from 'zod';

/** A JSON object as it stands in an artifact. Its keys come from outside: iterate them, never look one up blindly. */
export type JsonObject = Record<string, unknown>;

/** Whether a JSON value is an object (and neither null nor a list). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The string itself, or null for everything else. */
export function stringOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** What stands for an absent or null field, by schema instance. */
const fallbacks = new WeakMap<z.ZodType, () => unknown>();
/** Which fields of an object, or items of a list, have fallbacks of their own. */
const plans = new WeakMap<z.ZodType, Plan>();

type Plan = { readonly item: z.ZodType } | { readonly steps: readonly Step[] };

interface Step {
  readonly key: string;
  readonly fallback: (() => unknown) | null;
  readonly inner: z.ZodType | null;
}

/**
 * Gives a schema what an absent or null value reads as. `fillDefaults` puts it in before validation:
 * several times faster than a Zod transform per field, and a manifest has millions of fields.
 */
export function orElse<S extends z.ZodType>(schema: S, fallback: () => z.output<S>): S {
  fallbacks.set(schema, fallback);
  return schema;
}

/** Absent and null read as the empty string. */
export const text = orElse(z.string(), () => '');
/** Absent reads as null. */
export const nullableText = orElse(z.string().nullable(), () => null);
/** Absent reads as null. */
export const nullableNumber = orElse(z.number().nullable(), () => null);
/** Absent reads as null: dbt didn't say. */
export const nullableFlag = orElse(z.boolean().nullable(), () => null);
/** Absent and null read as the empty list. */
export const strings = orElse(z.array(z.string()), () => []);

/** Any JSON object, taken as it is. */
function jsonObject() {
  return z.custom<JsonObject>(isJsonObject, { error: 'expected an object' });
}
/** Absent and null read as the empty object. */
export const record = orElse(jsonObject(), () => ({}));
/** Absent reads as null. */
export const nullableRecord = orElse(jsonObject().nullable(), () => null);

/** Absent and null read as the given value. */
export function flag(fallback: boolean) {
  return orElse(z.boolean(), () => fallback);
}

/** A list of the given items; absent and null read as the empty list. */
export function listOf<S extends z.ZodType>(item: S): z.ZodArray<S> {
  const schema = z.array(item);
  if (plans.has(item)) plans.set(schema, { item });
  fallbacks.set(schema, () => []);
  return schema;
}

/** The given object or null; absent reads as null. */
export function nullable<S extends z.ZodType>(inner: S): z.ZodNullable<S> {
  const schema = z.nullable(inner);
  const plan = plans.get(inner);
  if (plan !== undefined) plans.set(schema, plan);
  return orElse(schema, () => null);
}

/** An object whose unknown keys pass, and are forgotten: what nothing reads need not be kept. */
export function leanObject<S extends z.ZodRawShape>(shape: S): z.ZodObject<S, z.core.$strip> {
  return planned(z.object(shape));
}

function planned<S extends z.ZodRawShape>(
  schema: z.ZodObject<S, z.core.$strip>,
): z.ZodObject<S, z.core.$strip> {
  const steps = Object.entries(schema.shape).map(([key, field]): Step => {
    const type = field as z.ZodType;
    return { key, fallback: fallbacks.get(type) ?? null, inner: plans.has(type) ? type : null };
  });
  plans.set(schema, { steps: steps.filter(({ fallback, inner }) => fallback ?? inner) });
  return schema;
}

/** Puts in what the schema says for absent and null fields, at every depth. Changes `value`. */
export function fillDefaults(schema: z.ZodType, value: unknown): void {
  const plan = plans.get(schema);
  if (plan === undefined) return;
  if ('item' in plan) {
    if (Array.isArray(value)) for (const item of value) fillDefaults(plan.item, item);
    return;
  }
  if (!isJsonObject(value)) return;
  for (const { key, fallback, inner } of plan.steps) {
    const current = value[key];
    if (current === undefined || current === null) {
      if (fallback !== null) value[key] = fallback();
    } else if (inner !== null) {
      fillDefaults(inner, current);
    }
  }
}

/** What the schema makes of an object that says nothing. */
export function emptyOf<S extends z.ZodType>(schema: S): z.output<S> {
  const value = {};
  fillDefaults(schema, value);
  return schema.parse(value);
}
