import type { JsonObject, JsonValue } from '@backstage/types';
import { validate } from 'jsonschema';

const MAX_DEPTH = 8;

/**
 * Values that a person could have typed into the form of a template, the same ones each time: defaults and examples where
 * there are some, else something of the right type.
 *
 * @throws Error when no such values are found.
 */
export function valuesFor(parameters: unknown): JsonObject {
  const pages = [parameters ?? []].flat() as JsonObject[];
  const values: JsonObject = {};
  for (const page of pages) {
    fill(page, values, 0);
    const { valid, errors } = validate(values, page);
    if (!valid) {
      throw new Error(`No values found: ${errors.map(String).join('; ')}`);
    }
  }
  return values;
}

function fill(schema: JsonObject, values: JsonObject, depth: number) {
  if (depth > MAX_DEPTH) {
    return;
  }
  const fields = (schema.properties ?? {}) as Record<string, JsonObject>;
  for (const [name, field] of Object.entries(fields)) {
    if (!Object.hasOwn(values, name)) {
      const value = valueOf(field, depth);
      if (value !== undefined) {
        values[name] = value;
      }
    }
  }
  for (const part of (schema.allOf ?? []) as JsonObject[]) {
    fill(part, values, depth + 1);
  }
  for (const [name, dependency] of Object.entries(
    (schema.dependencies ?? {}) as Record<string, JsonObject>,
  )) {
    if (Object.hasOwn(values, name) && !Array.isArray(dependency)) {
      fillBranch(dependency, values, depth + 1);
    }
  }
  if (schema.oneOf || schema.anyOf) {
    fillBranch({ oneOf: schema.oneOf ?? schema.anyOf }, values, depth + 1);
  }
}

/** Takes the first alternative that what has been chosen so far does not rule out. */
function fillBranch(schema: JsonObject, values: JsonObject, depth: number) {
  const branches = (schema.oneOf as JsonObject[] | undefined) ?? [schema];
  for (const branch of branches) {
    const tried = { ...values };
    fill(branch, tried, depth);
    if (validate(tried, branch).valid) {
      Object.assign(values, tried);
      return;
    }
  }
}

function valueOf(field: JsonObject, depth: number): JsonValue | undefined {
  const choices = field.enum as JsonValue[] | undefined;
  const examples = field.examples as JsonValue[] | undefined;
  const options = (field['ui:options'] ?? {}) as Record<string, JsonValue>;
  if (field.default !== undefined && validate(field.default, field).valid) {
    return field.default;
  }
  if (choices) {
    return choices[0];
  }
  if (examples) {
    return examples[0];
  }
  switch (field['ui:field']) {
    case 'RepoUrlPicker':
      return `${
        (options.allowedHosts as string[])?.[0] ?? 'github.com'
      }?owner=${
        (options.allowedOwners as string[])?.[0] ?? 'copperbell'
      }&repo=made`;
    case 'OwnerPicker':
      return 'group:default/checkout';
    case 'EntityPicker':
    case 'OwnedEntityPicker':
      return `${String(
        options.defaultKind ?? 'component',
      ).toLowerCase()}:default/made`;
    default:
  }
  switch (field.type) {
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return (field.minimum as number) ?? 1;
    case 'array':
      return Number(field.minItems ?? 0) > 0
        ? [valueOf(field.items as JsonObject, depth + 1) ?? 'made']
        : [];
    case 'object': {
      const values: JsonObject = {};
      fill(field, values, depth + 1);
      return values;
    }
    default:
      return ['made', 'made-1', '1', '10.0.0.0/16', 'https://example.org']
        .map(text => text.padEnd(Number(field.minLength ?? 0), 'x'))
        .find(text => validate(text, { ...field, type: 'string' }).valid);
  }
}
