import { json, startStandIn, type StandIn } from './startStandIn';

/** Fields that every answer of Vault has. */
const envelope = {
  request_id: '5b0e6a8e-0000-4000-8000-000000000001',
  lease_id: '',
  renewable: false,
  lease_duration: 0,
  wrap_info: null,
  warnings: null,
  auth: null,
};

/** Names below the paths of the engine `secrets`, a key/value engine of version 2. */
const names: Record<string, string[]> = {
  shop: ['web/'],
  'shop/web': ['database', 'session'],
};

/** A Vault with two secrets below `shop/web`. */
export async function startVault(options: { token: string }): Promise<StandIn> {
  const list = (path: string) => {
    const keys = names[path.replace(/\/$/, '')];
    return keys
      ? json({ ...envelope, data: { keys } })
      : json({ errors: [] }, { status: 404 });
  };
  return startStandIn({
    name: 'Vault',
    refuse: ({ url, headers }) =>
      url.pathname === '/v1/sys/health' ||
      headers['x-vault-token'] === options.token
        ? undefined
        : json({ errors: ['permission denied'] }, { status: 403 }),
    routes: {
      'GET /v1/sys/health': () =>
        json({
          initialized: true,
          sealed: false,
          standby: false,
          performance_standby: false,
          replication_performance_mode: 'disabled',
          replication_dr_mode: 'disabled',
          server_time_utc: Math.floor(Date.now() / 1000),
          version: '1.20.0',
          cluster_name: 'vault-cluster-test',
          cluster_id: '6b0e6a8e-0000-4000-8000-000000000001',
        }),
      'GET /v1/secrets/metadata/*path': ({ params, url }) =>
        url.searchParams.get('list') === 'true'
          ? list(params.path)
          : json({ errors: [] }, { status: 404 }),
      'POST /v1/auth/token/renew-self': () =>
        json({
          ...envelope,
          data: null,
          auth: {
            client_token: options.token,
            accessor: 'accessor-of-a-test',
            policies: ['default', 'backstage'],
            token_policies: ['default', 'backstage'],
            metadata: null,
            lease_duration: 86_400,
            renewable: true,
            entity_id: '',
            token_type: 'service',
            orphan: true,
            mfa_requirement: null,
            num_uses: 0,
          },
        }),
    },
  });
}
