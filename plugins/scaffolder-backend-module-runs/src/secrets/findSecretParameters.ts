import type { JsonArray, JsonObject, JsonValue } from '@backstage/types';
import { isMarkedSecret } from './isMarkedSecret';
import { isObject } from './isObject';
import { joinPath } from './parameterPath';
import { referencedNames } from './referencedNames';
import { schemaNodes, type SchemaNode } from './schemaNodes';

/** The inputs of every action that take secrets. */
const SECRET_INPUT = 'secrets';

/** What is read of a template's step; steps are not rendered yet. */
export interface StepTemplate {
  action?: string;
  input?: JsonObject;
  each?: string | JsonArray;
}

/**
 * Which parameters of a template are secrets: those that feed an action's input named `secrets`, whatever their own name, and those whose
 * field is marked as a password or Secret. A parameter is never a secret for its name alone.
 *
 * Where an input named `secrets` takes all parameters, or one whose name is made at run time, every parameter that is a text is a secret.
 *
 * @returns dotted paths (`joinPath`), sorted, none below another.
 */
export function findSecretParameters(options: {
  /** `spec.parameters` of the template: one page, or a list of them. */
  parameters: JsonValue | undefined;
  steps: readonly StepTemplate[];
  /** Further inputs that take secrets, by the id of the action. */
  actionSecrets?: Record<string, readonly string[]>;
}): string[] {
  const { steps, actionSecrets = {} } = options;
  const nodes = schemaNodes(options.parameters);
  const paths = nodes
    .filter(node => node.path.length > 0 && isMarkedSecret(node.schema))
    .map(node => node.path);
  for (const step of steps) {
    const secretInputs = [
      SECRET_INPUT,
      ...(Object.hasOwn(actionSecrets, step.action ?? '')
        ? actionSecrets[step.action ?? '']
        : []),
    ];
    for (const value of valuesBelow({
      value: step.input,
      keys: secretInputs,
    })) {
      paths.push(...feeding({ value, step, nodes }));
    }
  }
  return withoutNested(paths).map(joinPath).sort();
}

/** What stands below a key of one of these names, at any depth. */
function valuesBelow(options: {
  value: JsonValue | undefined;
  keys: readonly string[];
}): JsonValue[] {
  const { value, keys } = options;
  if (Array.isArray(value)) {
    return value.flatMap(each => valuesBelow({ value: each, keys }));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    keys.includes(key) && each !== undefined
      ? [each]
      : valuesBelow({ value: each, keys }),
  );
}

function feeding(options: {
  value: JsonValue;
  step: StepTemplate;
  nodes: SchemaNode[];
}): string[][] {
  const { value, step, nodes } = options;
  const each = referencedNames({ value, of: 'each' });
  const isOfEach = each.hasUnknown || each.paths.length > 0;
  const found = [
    referencedNames({ value, of: 'parameters' }),
    ...(isOfEach
      ? [referencedNames({ value: step.each, of: 'parameters' })]
      : []),
  ];
  return [
    ...found.flatMap(names => names.paths).map(path => known({ path, nodes })),
    ...(found.some(names => names.hasUnknown)
      ? nodes
          .filter(node => node.path.length > 0 && node.schema.type === 'string')
          .map(node => node.path)
      : []),
  ];
}

/** The part of a reference that the form knows: `key.length` of a text `key` is `key`. */
function known({ path, nodes }: { path: string[]; nodes: SchemaNode[] }) {
  for (let length = path.length; length > 1; length--) {
    const start = path.slice(0, length);
    if (nodes.some(node => isSame(node.path, start))) return start;
  }
  return path.slice(0, 1);
}

function withoutNested(paths: string[][]) {
  const sorted = [...paths].sort((a, b) => a.length - b.length);
  return sorted.filter(
    (path, index) =>
      !sorted
        .slice(0, index)
        .some(other => isSame(other, path.slice(0, other.length))),
  );
}

function isSame(one: string[], other: string[]) {
  return (
    one.length === other.length && one.every((name, i) => name === other[i])
  );
}
