import {
  coerceInputValue,
  getLocation,
  isEnumType,
  isInputType,
  isNonNullType,
  print,
  typeFromAST,
  valueFromAST,
} from 'graphql';
import type {
  GraphQLEnumType,
  GraphQLSchema,
  OperationDefinitionNode,
  VariableDefinitionNode,
} from 'graphql';
import type { FormattedError } from '../execution/formatProblem';

interface Mistake {
  path: Array<string | number>;
  explanation: string;
}

/** Reads the variables of an operation into their types. What does not fit is told as GitHub tells it. */
export function checkVariables(options: {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  given: Record<string, unknown>;
}): { values: Record<string, unknown>; errors: FormattedError[] } {
  const { schema, operation, given } = options;
  const values: Record<string, unknown> = {};
  const errors: FormattedError[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type as never);
    if (!isInputType(type)) continue;
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined && definition.defaultValue) {
      values[name] = valueFromAST(definition.defaultValue, type);
      continue;
    }
    if (value === undefined && !isNonNullType(type)) continue;

    const mistakes: Mistake[] = [];
    if ((value ?? null) === null && isNonNullType(type)) {
      mistakes.push({ path: [], explanation: 'Expected value to not be null' });
    } else {
      values[name] = coerceInputValue(value, type, (path, bad, error) =>
        mistakes.push(
          explain({
            path: [...path],
            value: bad,
            message: error.message,
            schema,
          }),
        ),
      );
    }
    if (mistakes.length > 0) errors.push(report(definition, value, mistakes));
  }
  return { values, errors };
}

function report(
  definition: VariableDefinitionNode,
  value: unknown,
  mistakes: Mistake[],
): FormattedError {
  const [{ path, explanation }] = mistakes;
  const place =
    path.length > 0 ? ` for ${path.join('.')} (${explanation})` : '';
  return {
    extensions: { value: value ?? null, problems: mistakes },
    ...(definition.loc && {
      locations: [getLocation(definition.loc.source, definition.loc.start)],
    }),
    message: `Variable $${definition.variable.name.value} of type ${print(
      definition.type,
    )} was provided invalid value${place}`,
  };
}

function explain(options: {
  path: Array<string | number>;
  value: unknown;
  message: string;
  schema: GraphQLSchema;
}): Mistake {
  const { path, value, message, schema } = options;
  const missing = /^Field "(\w+)" of required type/.exec(message);
  if (missing) {
    return {
      path: [...path, missing[1]],
      explanation: 'Expected value to not be null',
    };
  }
  if (/to be null/.test(message)) {
    return { path, explanation: 'Expected value to not be null' };
  }
  const unknown = /^Field "(\w+)" is not defined by type "(\w+)"/.exec(message);
  if (unknown) {
    return {
      path: [...path, unknown[1]],
      explanation: `Field is not defined on ${unknown[2]}`,
    };
  }
  const member = /does not exist in "(\w+)" enum|^Enum "(\w+)"/.exec(message);
  const type = member && schema.getType(member[1] ?? member[2]);
  if (type && isEnumType(type)) {
    return {
      path,
      explanation: `Expected "${String(value)}" to be one of: ${namesOf(type)}`,
    };
  }
  const scalar = /^(\w+) cannot represent/.exec(message);
  return {
    path,
    explanation: scalar
      ? `Could not coerce value ${JSON.stringify(value)} to ${scalar[1]}`
      : message,
  };
}

function namesOf(type: GraphQLEnumType): string {
  return type
    .getValues()
    .map(({ name }) => name)
    .join(', ');
}
