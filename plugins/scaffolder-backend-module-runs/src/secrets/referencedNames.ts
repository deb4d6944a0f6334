import type { JsonValue } from '@backstage/types';
import { expressionsOf } from './expressionsOf';
import { isObject } from './isObject';

const TOKEN =
  /[A-Za-z_$][\w$]*|\d+(?:\.\d+)?|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|[^\s]/g;
const NAME = /^[A-Za-z_$]/;

/** What expressions refer to below one root. */
export interface ReferencedNames {
  /** One list of names per reference: `parameters.a['b']` is `['a', 'b']`. */
  paths: string[][];
  /** The root is used as a whole, or by a name made at run time: any name may be meant. */
  hasUnknown: boolean;
}

/**
 * What the expressions in a value refer to below a root like `parameters`: `parameters.x`, `parameters['x']`, also within filters, calls,
 * conditions and `{% %}`. Text outside of expressions and in quotes refers to nothing.
 */
export function referencedNames(options: {
  value: JsonValue | undefined;
  /** The root: `parameters`, `secrets`, `each`. */
  of: string;
}): ReferencedNames {
  const found: ReferencedNames = { paths: [], hasUnknown: false };
  for (const text of textsOf(options.value)) {
    for (const expression of expressionsOf(text)) {
      readExpression({ expression, of: options.of, into: found });
    }
  }
  return found;
}

function readExpression(options: {
  expression: string;
  of: string;
  into: ReferencedNames;
}) {
  const { of, into } = options;
  const tokens = options.expression.match(TOKEN) ?? [];
  tokens.forEach((token, index) => {
    if (token !== of || tokens[index - 1] === '.') return;
    const path = readPath(tokens.slice(index + 1, index + 1 + 3 * 16));
    if (path.length === 0) into.hasUnknown = true;
    else into.paths.push(path);
  });
}

/** The names that follow a root; a number or a name made at run time ends them. */
function readPath(tokens: string[]): string[] {
  const path: string[] = [];
  let at = 0;
  while (at < tokens.length) {
    const next = tokens[at + 1] ?? '';
    if (tokens[at] === '.' && NAME.test(next)) {
      path.push(next);
      at += 2;
    } else if (
      tokens[at] === '[' &&
      /^["']/.test(next) &&
      tokens[at + 2] === ']'
    ) {
      path.push(next.slice(1, -1).replace(/\\([\s\S])/g, '$1'));
      at += 3;
    } else {
      break;
    }
  }
  return path;
}

/** Every text in a value; names of keys are not rendered. */
function textsOf(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (isObject(value)) return Object.values(value).flatMap(textsOf);
  return [];
}
