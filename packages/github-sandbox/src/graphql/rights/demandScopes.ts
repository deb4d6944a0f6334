import type { GraphQLResolveInfo } from 'graphql';
import { includesScope } from '../../access/scopes';
import type { GraphqlContext } from '../GraphqlContext';
import { Problem } from '../Problem';

/** Throws INSUFFICIENT_SCOPES, in GitHub's words, where a classic or OAuth token has none of the scopes. Other credentials have no scopes. */
export function demandScopes(options: {
  context: GraphqlContext;
  info: GraphQLResolveInfo;
  /** Any of these. */
  scopes: string[];
}): void {
  const { context, info, scopes } = options;
  const { viewer } = context;
  if (
    viewer.kind !== 'user' ||
    (viewer.token.kind !== 'classic' && viewer.token.kind !== 'oauth')
  ) {
    return;
  }
  const granted = viewer.token.scopes;
  if (scopes.some(needed => includesScope({ granted, needed }))) return;
  const list = (names: string[]) =>
    `[${names.map(name => `'${name}'`).join(', ')}]`;
  throw new Problem({
    type: 'INSUFFICIENT_SCOPES',
    message: `Your token has not been granted the required scopes to execute this query. The '${
      info.fieldName
    }' field requires one of the following scopes: ${list(
      scopes,
    )}, but your token has only been granted the: ${list(
      granted,
    )} scopes. Please modify your token's scopes at: ${
      context.urls.html
    }/settings/tokens.`,
  });
}
