import type { JsonObject, JsonValue } from '@backstage/types';
import { isObject } from './isObject';

const MAX_DEPTH = 32;
const MAX_NODES = 20_000;

/** A place in the schema of a form. */
export interface SchemaNode {
  /** Names from the top; the items of a list have the path of the list. */
  path: string[];
  schema: JsonObject;
}

/**
 * Every node of a template's parameters: of each page, through properties, lists, dependencies, conditions and `#/...` references. A
 * schema that refers to itself ends at a depth of 32.
 */
export function schemaNodes(parameters: JsonValue | undefined): SchemaNode[] {
  const pages = Array.isArray(parameters) ? parameters : [parameters];
  const nodes: SchemaNode[] = [];
  for (const page of pages) {
    if (isObject(page))
      visit({ schema: page, path: [], depth: 0, page, nodes });
  }
  return nodes;
}

interface Visit {
  schema: JsonObject;
  path: string[];
  depth: number;
  page: JsonObject;
  nodes: SchemaNode[];
}

function visit(at: Visit) {
  const { schema, path, depth, page, nodes } = at;
  if (depth > MAX_DEPTH || nodes.length > MAX_NODES) return;
  nodes.push({ path, schema });
  const into = (value: JsonValue | undefined, below: string[] = path) => {
    if (isObject(value)) {
      visit({ schema: value, path: below, depth: depth + 1, page, nodes });
    }
  };
  const each = (value: JsonValue | undefined) => {
    if (Array.isArray(value)) value.forEach(item => into(item));
    else into(value);
  };
  for (const [name, value] of entriesOf(schema.properties)) {
    into(value, [...path, name]);
  }
  for (const key of ['dependencies', 'dependentSchemas']) {
    for (const [, value] of entriesOf(schema[key])) into(value);
  }
  for (const [, value] of entriesOf(schema.patternProperties)) into(value);
  for (const key of [
    'allOf',
    'anyOf',
    'oneOf',
    'if',
    'then',
    'else',
    'items',
    'additionalItems',
    'additionalProperties',
    'contains',
  ]) {
    each(schema[key]);
  }
  if (typeof schema.$ref === 'string') into(follow({ page, ref: schema.$ref }));
}

function entriesOf(value: JsonValue | undefined) {
  return isObject(value) ? Object.entries(value) : [];
}

function follow({ page, ref }: { page: JsonObject; ref: string }) {
  if (!ref.startsWith('#/')) return undefined;
  let at: JsonValue | undefined = page;
  for (const part of ref.slice(2).split('/')) {
    const name = part.replace(/~1/g, '/').replace(/~0/g, '~');
    if (!isObject(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return at;
}
