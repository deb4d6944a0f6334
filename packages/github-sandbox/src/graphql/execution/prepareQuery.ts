import { getOperationAST } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { analyseQuery } from '../analysis/analyseQuery';
import type { GraphqlBody } from '../readGraphqlBody';
import { checkVariables } from '../validation/checkVariables';
import { validateQuery } from '../validation/validateQuery';
import type { FormattedError } from './formatProblem';

export type Prepared = {
  /** As it is called in the query, or was asked for. */
  operationName?: string;
} & (
  | {
      outcome: 'ready';
      document: DocumentNode;
      isMutation: boolean;
      cost: number;
      nodeCount: number;
    }
  /** `data` is null where the query itself is valid. */
  | { outcome: 'refused'; errors: FormattedError[]; valid: boolean }
);

/** Everything that can be said about a query before it is run. */
export function prepareQuery(options: {
  schema: GraphQLSchema;
  body: GraphqlBody;
}): Prepared {
  const { schema, body } = options;
  const validation = validateQuery({ schema, query: body.query });
  if (validation.outcome === 'invalid') {
    return { outcome: 'refused', errors: validation.errors, valid: false };
  }
  const { document } = validation;
  const operation = getOperationAST(document, body.operationName);
  if (!operation) {
    const message = body.operationName
      ? `No operation named "${body.operationName}"`
      : 'An operation name is required';
    return { outcome: 'refused', errors: [{ message }], valid: false };
  }
  const operationName = operation.name?.value;
  const { values, errors } = checkVariables({
    schema,
    operation,
    given: body.variables,
  });
  if (errors.length > 0) {
    return { outcome: 'refused', errors, valid: false, operationName };
  }
  const analysis = analyseQuery({
    schema,
    document,
    operation,
    variables: values,
  });
  if (analysis.errors.length > 0) {
    return {
      outcome: 'refused',
      errors: analysis.errors,
      valid: true,
      operationName,
    };
  }
  return {
    outcome: 'ready',
    operationName,
    document,
    isMutation: operation.operation === 'mutation',
    cost: analysis.cost,
    nodeCount: analysis.nodeCount,
  };
}
