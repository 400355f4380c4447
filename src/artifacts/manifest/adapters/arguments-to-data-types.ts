import { isJsonObject, type JsonObject } from '../../fields.ts';

/** An argument of a macro has a `type`, one of a function a `data_type`; a default may be a number. */
export function argumentsToDataTypes(raw: JsonObject): JsonObject {
  if (!Array.isArray(raw.arguments) || raw.arguments.length === 0) return raw;
  return { ...raw, arguments: raw.arguments.map(upgradeArgument) };
}

function upgradeArgument(argument: unknown): unknown {
  if (!isJsonObject(argument)) return argument;
  const { default_value: value } = argument;
  const isScalar = typeof value === 'number' || typeof value === 'boolean';
  return {
    ...argument,
    data_type: argument.data_type ?? argument.type,
    default_value: isScalar ? String(value) : value,
  };
}
