import { stringifyEntityRef } from '@backstage/catalog-model';
import type { AccessContext } from '../AccessContext';

const MOST = 5_000;

/** References of entities of a kind, to find the one that was meant. At most 5,000. */
export async function namesInCatalog(options: {
  kind: string;
  context: Pick<AccessContext, 'auth' | 'catalog'>;
}): Promise<string[]> {
  const { kind, context } = options;
  const { items } = await context.catalog.queryEntities(
    {
      filter: { kind },
      fields: ['kind', 'metadata.name', 'metadata.namespace'],
      limit: MOST,
    },
    { credentials: await context.auth.getOwnServiceCredentials() },
  );
  return items.map(entity => stringifyEntityRef(entity));
}
