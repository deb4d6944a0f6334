import type { Config } from '@backstage/config';
import type { SystemFacts } from '@callboard/plugin-connections-common';
import type { InspectionContext } from '../inspection/InspectionContext';
import { messageOf } from '../inspection/messageOf';
import { askSystem } from './askSystem';
import { azureDevOps } from './azure/azureDevOps';
import { bitbucket } from './bitbucket/bitbucket';
import { databases } from './database/databases';
import { gitlab } from './gitlab/gitlab';
import { kubernetesClusters } from './kubernetes/kubernetesClusters';
import { ldapDirectories } from './ldap/ldapDirectories';
import { keycloakOrg } from './oidc/keycloakOrg';
import { oidcProviders } from './oidc/oidcProviders';
import { microsoftEntra } from './microsoft/microsoftEntra';
import type { FindSystems, System } from './System';

/** Each kind, with what to call it when its configuration cannot be read. */
const KINDS: { kind: SystemFacts['kind']; key: string; find: FindSystems }[] = [
  { kind: 'database', key: 'backend.database', find: databases },
  { kind: 'gitlab', key: 'integrations.gitlab', find: gitlab },
  { kind: 'azure', key: 'integrations.azure', find: azureDevOps },
  { kind: 'bitbucket', key: 'integrations.bitbucket*', find: bitbucket },
  { kind: 'microsoft', key: 'auth.providers.microsoft', find: microsoftEntra },
  { kind: 'oidc', key: 'auth.providers.oidc', find: oidcProviders },
  { kind: 'oidc', key: 'catalog.providers.keycloakOrg', find: keycloakOrg },
  { kind: 'ldap', key: 'catalog.providers.ldapOrg', find: ldapDirectories },
  {
    kind: 'kubernetes',
    key: 'kubernetes.clusterLocatorMethods',
    find: kubernetesClusters,
  },
];

/**
 * All systems other than GitHub, asked beside each other and each for five seconds at most. What carries a secret is asked every ten
 * minutes, with one `context` over all calls; see `askSystem`.
 */
export async function inspectSystems(options: {
  context: Pick<InspectionContext, 'config' | 'fetch' | 'now'>;
  /** Somebody waits, so that nothing remembered will do. */
  asked?: boolean;
  kinds?: typeof KINDS;
}): Promise<SystemFacts[]> {
  const { context, asked = false, kinds = KINDS } = options;
  const all = await Promise.all(
    kinds.map(async ({ kind, key, find }) => {
      const found = findSafely({ kind, key, find, config: context.config });
      return Promise.all(
        found.map(system =>
          'probe' in system ? askSystem({ system, context, asked }) : system,
        ),
      );
    }),
  );
  return all.flat();
}

function findSafely(options: {
  kind: SystemFacts['kind'];
  key: string;
  find: FindSystems;
  config: Config;
}): (System | SystemFacts)[] {
  const { kind, key, find, config } = options;
  try {
    return find({ config });
  } catch (error) {
    return [
      {
        id: `${kind}:${key}`,
        kind,
        title: key,
        target: '',
        configKey: key,
        credential: { type: 'none' },
        status: 'fail',
        detail: `The configuration cannot be read: ${messageOf(error)}`,
        remedy: `Correct ${key}.`,
      },
    ];
  }
}
