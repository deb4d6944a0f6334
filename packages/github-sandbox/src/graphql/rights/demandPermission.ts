import { authorise } from '../../access';
import type { Organisation, Repository } from '../../core/state';
import type { Access } from '../../http/Route';
import type { GraphqlContext } from '../GraphqlContext';
import { Problem } from '../Problem';

/** Throws what GitHub says where the viewer may not read (or, with `write`, change) this. What the viewer may see at all is asked elsewhere. */
export function demandPermission(options: {
  context: GraphqlContext;
  access: Access;
  repository?: Repository;
  organisation?: Organisation;
  write?: boolean;
}): void {
  const { context, access, repository, organisation, write } = options;
  const refusal = authorise({
    sandbox: context.sandbox,
    viewer: context.viewer,
    access,
    repository,
    organisation,
    method: write ? 'POST' : 'GET',
  });
  if (!refusal) return;
  throw new Problem({
    type: refusal.status === 404 ? 'NOT_FOUND' : 'FORBIDDEN',
    message: refusal.message,
    ...(/SAML/.test(refusal.message) && {
      extensions: { saml_failure: true },
    }),
  });
}
