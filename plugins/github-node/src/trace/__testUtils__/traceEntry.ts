import type { RequestTrace } from '../RequestTrace';

type Begun = Parameters<RequestTrace['begin']>[0];

/** A request of the catalog for a repository. */
export function traceEntry(values: Partial<Begun> = {}): Begun {
  return {
    plugin: 'catalog',
    host: 'github.com',
    method: 'GET',
    path: '/repos/acme/shop',
    owner: 'acme',
    repository: 'shop',
    via: 'stock',
    credentialId: 'app:1',
    credentialKind: 'app',
    passedOver: [],
    resource: 'core',
    attempt: 1,
    ...values,
  };
}
