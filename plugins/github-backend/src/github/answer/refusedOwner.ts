import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { GraphqlError } from '../graphql/GraphqlAnswer';
import type { Link } from '../graphql/Link';

/** Why an answer has no owner, as an error for whoever asked; never an empty list, which would look as if all had gone. */
export function refusedOwner(options: {
  link: Pick<Link, 'host' | 'owner'>;
  errors: GraphqlError[];
}): Error {
  const { host, owner } = options.link;
  const refusal = options.errors.find(({ type }) => type !== 'NOT_FOUND');
  if (refusal) {
    return new NotAllowedError(
      `${host} does not let this credential read ${owner}: ${refusal.message}`,
    );
  }
  return new NotFoundError(
    `${host} shows no organisation or person '${owner}' to this credential. Check the name in the configuration, that it has not been renamed or deleted, and that the GitHub App is installed there or the token has access`,
  );
}
