import { GraphQLError, parse, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { FormattedError } from '../execution/formatProblem';
import { pathTo } from './pathTo';
import { toGitHubWords } from './toGitHubWords';

export type Validation =
  | { outcome: 'valid'; document: DocumentNode }
  | { outcome: 'invalid'; errors: FormattedError[] };

const KEPT = 200;
/** Larger queries are not read. GitHub's own limit is about nodes; no program's query comes near this one. */
const MOST_TOKENS = 15_000;
/** Longer texts are not remembered. */
const LONGEST_KEPT = 50_000;
const known = new WeakMap<GraphQLSchema, Map<string, Validation>>();

/** Reads a query and checks it against the schema. The last texts are remembered: programs send the same ones again and again. */
export function validateQuery(options: {
  schema: GraphQLSchema;
  query: string;
}): Validation {
  const { schema, query } = options;
  const texts = known.get(schema) ?? new Map<string, Validation>();
  known.set(schema, texts);
  const before = texts.get(query);
  if (before) return before;
  const validation = check(schema, query);
  if (query.length > LONGEST_KEPT) return validation;
  if (texts.size >= KEPT) texts.delete(texts.keys().next().value!);
  texts.set(query, validation);
  return validation;
}

function check(schema: GraphQLSchema, query: string): Validation {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: MOST_TOKENS });
  } catch (error) {
    if (error instanceof RangeError) return tooDeep();
    if (!(error instanceof GraphQLError)) throw error;
    return { outcome: 'invalid', errors: [parseError(error)] };
  }
  let problems: readonly GraphQLError[];
  try {
    problems = validate(schema, document);
  } catch (error) {
    // The stack is full.
    if (error instanceof RangeError) return tooDeep();
    throw error;
  }
  const errors = problems.map(error => {
    const { message, extensions } = toGitHubWords(error);
    const path = error.nodes?.[0] && pathTo({ document, node: error.nodes[0] });
    return {
      ...(path && { path }),
      ...(extensions && { extensions }),
      ...(error.locations && { locations: error.locations }),
      message,
    };
  });
  return errors.length > 0
    ? { outcome: 'invalid', errors }
    : { outcome: 'valid', document };
}

function tooDeep(): Validation {
  return {
    outcome: 'invalid',
    errors: [{ message: 'Query is nested too deeply' }],
  };
}

/** `Syntax Error: Expected Name, found "}".` in GitHub's words. */
function parseError(error: GraphQLError): FormattedError {
  const { message, locations } = error;
  const [, expected, found] =
    /^Syntax Error: (?:Expected (.+), found|Unexpected) (.+?)\.$/.exec(
      message,
    ) ?? [];
  const actual = found === '<EOF>' ? 'end of file' : found;
  const [place] = locations ?? [];
  const at = place ? ` at [${place.line}, ${place.column}]` : '';
  return {
    ...(locations && { locations }),
    message: found
      ? `Parse error: expected ${
          expected ?? 'something else'
        }, actual: ${actual}${at}`
      : message,
  };
}
