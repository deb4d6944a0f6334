import { isMapping } from '../isMapping';

/** A string somewhere in a value, and the path to it. */
export type FoundString = { path: string[]; text: string };

/** Deeper than anything that a person writes; what is below is not looked at. */
const MAX_DEPTH = 64;

/** All strings in a value, in order. Keys are not strings of it. */
export function* stringsOf(
  value: unknown,
  path: string[] = [],
): Generator<FoundString> {
  if (path.length > MAX_DEPTH) {
    return;
  }
  if (typeof value === 'string') {
    yield { path, text: value };
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* stringsOf(item, [...path, String(index)]);
    }
  } else if (isMapping(value)) {
    for (const [key, item] of Object.entries(value)) {
      yield* stringsOf(item, [...path, key]);
    }
  }
}
