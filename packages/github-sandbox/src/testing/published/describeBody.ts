import type { BodyShape } from '../../http/body/BodyShape';

/** A JSON schema, as far as it is about types. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  nullable?: boolean;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
}

interface Shape {
  /** Empty: anything. */
  types: Set<string>;
  object?: Record<string, Shape>;
  values?: Shape;
  array?: Shape;
}

/** What a schema says about types, as `bodyShapes.json` has it. Undefined where anything is allowed. */
export function describeBody(options: {
  schema: Schema;
  /** Finds what `$ref` names. */
  resolve: (reference: string) => Schema;
}): BodyShape | undefined {
  return written(shapeOf(options.schema, options.resolve));
}

function shapeOf(given: Schema, resolve: (reference: string) => Schema): Shape {
  let schema = given;
  while (schema.$ref) schema = resolve(schema.$ref);
  const { oneOf, anyOf, allOf, ...own } = schema;
  if (allOf) return shapeOf(joined([own, ...allOf], resolve), resolve);
  const choices = oneOf ?? anyOf;
  if (choices) {
    return choices
      .map(choice => shapeOf(joined([own, choice], resolve), resolve))
      .reduce(either);
  }
  const named = schema.type ?? (schema.properties && 'object') ?? [];
  const types = new Set([named].flat());
  if (schema.nullable) types.add('null');
  const free = schema.additionalProperties;
  return {
    types,
    ...(types.has('object') &&
      schema.properties && {
        object: mapValues(schema.properties, one => shapeOf(one, resolve)),
      }),
    ...(types.has('object') &&
      typeof free === 'object' && { values: shapeOf(free, resolve) }),
    ...(types.has('array') && { array: shapeOf(schema.items ?? {}, resolve) }),
  };
}

/** A schema that says what all of some say. */
function joined(
  schemas: Schema[],
  resolve: (reference: string) => Schema,
): Schema {
  const all = schemas.map(one => (one.$ref ? resolve(one.$ref) : one));
  return {
    ...Object.assign({}, ...all),
    properties: Object.assign({}, ...all.map(one => one.properties)),
    ...(all.every(one => !one.properties) && { properties: undefined }),
  };
}

function either(one: Shape, other: Shape): Shape {
  if (one.types.size === 0 || other.types.size === 0) {
    return { types: new Set() };
  }
  const names = new Set([
    ...Object.keys(one.object ?? {}),
    ...Object.keys(other.object ?? {}),
  ]);
  const both = (a?: Shape, b?: Shape) => (a && b ? either(a, b) : a ?? b);
  return {
    types: new Set([...one.types, ...other.types]),
    ...(names.size > 0 && {
      object: Object.fromEntries(
        [...names].map(name => [
          name,
          both(one.object?.[name], other.object?.[name])!,
        ]),
      ),
    }),
    values: both(one.values, other.values),
    array: both(one.array, other.array),
  };
}

function written(shape: Shape): BodyShape | undefined {
  const { types, object, values, array } = shape;
  if (types.size === 0) return undefined;
  const properties =
    object &&
    Object.fromEntries(
      Object.entries(object).flatMap(([name, one]) => {
        const text = written(one);
        return text === undefined ? [] : [[name, text]];
      }),
    );
  const free = values && written(values);
  const items = array && written(array);
  const rest = [...types]
    .filter(type => !(type === 'object' && (properties ?? free)))
    .filter(type => !(type === 'array' && items))
    .sort()
    .join('|');
  if (!properties && !free && !items) return rest;
  return {
    ...(properties && { object: properties }),
    ...(free && { values: free }),
    ...(items && { array: items }),
    ...(rest && { or: rest }),
  };
}

function mapValues<In, Out>(
  record: Record<string, In>,
  change: (value: In) => Out,
): Record<string, Out> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, change(value)]),
  );
}
