import type { GraphqlContext } from '../../GraphqlContext';
import { source } from '../../sources/source';

/** The account behind a number in a record; null where it is gone. */
export function personById(options: {
  id: number | null | undefined;
  context: GraphqlContext;
}) {
  const { id, context } = options;
  const user =
    id === null || id === undefined
      ? undefined
      : context.sandbox.state.users.get(id);
  return user ? source.account(user) : null;
}
