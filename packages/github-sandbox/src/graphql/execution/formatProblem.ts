import { getLocation, GraphQLError } from 'graphql';
import type { ASTNode } from 'graphql';
import { Problem } from '../Problem';

/** An error as it stands in an answer; the order of the keys is GitHub's. */
export interface FormattedError {
  type?: string;
  path?: ReadonlyArray<string | number>;
  extensions?: Record<string, unknown>;
  locations?: ReadonlyArray<{ line: number; column: number }>;
  message: string;
}

/** A problem that was found at a node of the query. */
export function formatProblem(options: {
  problem: Problem;
  path: ReadonlyArray<string | number>;
  node: ASTNode;
}): FormattedError {
  const { problem, path, node } = options;
  return {
    type: problem.type,
    path,
    ...(problem.extensions && { extensions: problem.extensions }),
    ...(node.loc && {
      locations: [getLocation(node.loc.source, node.loc.start)],
    }),
    message: problem.message,
  };
}

/**
 * An error of the execution. What is no problem of GitHub's kind is a mistake of the sandbox: `onUnexpected` hears of it, and the caller
 * what GitHub says of its own mistakes.
 */
export function formatError(options: {
  error: GraphQLError;
  onUnexpected: (error: unknown) => void;
}): FormattedError {
  const { error, onUnexpected } = options;
  const { originalError, path, locations } = error;
  const place = { ...(path && { path }), ...(locations && { locations }) };
  if (originalError instanceof Problem) {
    const { type, extensions, message } = originalError;
    return { type, ...place, ...(extensions && { extensions }), message };
  }
  if (originalError && !(originalError instanceof GraphQLError)) {
    onUnexpected(originalError);
    return {
      ...place,
      message: 'Something went wrong while executing your query.',
    };
  }
  return { ...place, message: error.message };
}
