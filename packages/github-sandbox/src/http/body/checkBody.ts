import type { BodyShape } from './BodyShape';
import shapes from './bodyShapes.json';
import { wrongType } from './wrongType';

const ARTICLES: Record<string, string> = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'a boolean',
  array: 'an array',
  object: 'an object',
  null: 'null',
};

/**
 * Throws 422 where a value has a type that GitHub's description of the route does not allow; `bodyShapes.json` has what it says. What
 * the description does not name is not looked at. Fields may be null, which for readers stands for nothing said; items of lists may not.
 */
export function checkBody(options: { route: string; body: unknown }): void {
  const { route, body } = options;
  const shape = (shapes as Record<string, BodyShape>)[route];
  if (!shape || Buffer.isBuffer(body)) return;
  const { object, array } = typeof shape === 'string' ? {} : shape;
  // Older clients send a list alone in place of an object with a list.
  const [list] =
    Array.isArray(body) && array === undefined
      ? Object.values(object ?? {}).filter(isList)
      : [];
  check(list ?? shape, body, []);
}

function isList(shape: BodyShape): boolean {
  return typeof shape === 'object' && shape.array !== undefined;
}

function check(shape: BodyShape, value: unknown, path: string[]): void {
  const { object, values, array, or } =
    typeof shape === 'string' ? { or: shape } : shape;
  const allowed = [
    ...(object ?? values ? ['object'] : []),
    ...(array === undefined ? [] : ['array']),
    ...(or ? or.split('|') : []),
  ];
  if (!allowed.some(type => isOf(type, value))) {
    throw wrongType({
      field: path.join('/properties/'),
      value,
      wanted: allowed.map(type => ARTICLES[type]).join(' or '),
    });
  }
  if (Array.isArray(value)) {
    if (array === undefined) return;
    value.forEach((item, at) => check(array, item, [...path, `${at}`]));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const inner = object && Object.hasOwn(object, key) ? object[key] : values;
      if (inner !== undefined && item !== null) {
        check(inner, item, [...path, key]);
      }
    }
  }
}

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return (
        typeof value === 'object' && value !== null && !Array.isArray(value)
      );
    case 'integer':
      return Number.isSafeInteger(value);
    default:
      return typeof value === type;
  }
}
