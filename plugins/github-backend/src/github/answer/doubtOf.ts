import type { GraphqlError } from '../graphql/GraphqlAnswer';
import { errorsElsewhere } from '../graphql/errorsBelow';
import { isTooMuch } from '../graphql/isTooMuch';

/**
 * Why anything in an answer may be missing: errors that are about none of `places`. `isTooMuch`: a smaller question may be answered in full.
 */
export function doubtOf(options: {
  errors: GraphqlError[];
  places: (string | number)[][];
}): { reason: string; isTooMuch: boolean } | undefined {
  const { errors, places } = options;
  const elsewhere = errorsElsewhere(errors, [...places, ['rateLimit']]);
  if (elsewhere.length === 0) return undefined;
  return {
    reason: elsewhere.map(({ message }) => message).join(' '),
    isTooMuch: elsewhere.some(isTooMuch),
  };
}
