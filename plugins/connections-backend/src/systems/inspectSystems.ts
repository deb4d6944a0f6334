import type { Config } from '@backstage/config';
import type { SystemFacts } from '@callboard/plugin-connections-common';
import type { InspectionContext } from '../inspection/InspectionContext';
import { messageOf } from '../inspection/messageOf';
import { withinTime } from '../inspection/withinTime';
import { azureDevOps } from './azure/azureDevOps';
import { bitbucket } from './bitbucket/bitbucket';
import { databases } from './database/databases';
import { gitlab } from './gitlab/gitlab';
import { judgeExpiry } from './judgeExpiry';
import { kubernetesClusters } from './kubernetes/kubernetesClusters';
import { ldapDirectories } from './ldap/ldapDirectories';
import { keycloakOrg } from './oidc/keycloakOrg';
import { oidcProviders } from './oidc/oidcProviders';
import { microsoftEntra } from './microsoft/microsoftEntra';
import { ProbeError } from './ProbeError';
import type { FindSystems, System } from './System';
import { withoutUserInfo } from './withoutUserInfo';

const MOST_MS = 5_000;

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

/** All systems other than GitHub, asked beside each other and each for five seconds at most. */
export async function inspectSystems(options: {
  context: Pick<InspectionContext, 'config' | 'fetch' | 'now'>;
  kinds?: typeof KINDS;
}): Promise<SystemFacts[]> {
  const { context, kinds = KINDS } = options;
  const all = await Promise.all(
    kinds.map(async ({ kind, key, find }) => {
      const found = findSafely({ kind, key, find, config: context.config });
      return Promise.all(
        found.map(system =>
          'probe' in system ? ask({ system, context }) : system,
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

async function ask(options: {
  system: System;
  context: Pick<InspectionContext, 'fetch' | 'now'>;
}): Promise<SystemFacts> {
  const { context } = options;
  const { probe, ...system } = options.system;
  const started = performance.now();
  const base = {
    ...system,
    target: withoutUserInfo(system.target),
  };
  const latencyMs = () => Math.round(performance.now() - started);
  try {
    const probed = await withinTime({
      ms: MOST_MS,
      message: `no answer within ${MOST_MS / 1000} seconds`,
      work: signal => probe({ fetch: context.fetch, now: context.now, signal }),
    });
    const { status, detail, remedy, expiresAt } = judgeExpiry({
      probed,
      now: context.now(),
    });
    return {
      ...base,
      credential: { ...system.credential, ...(expiresAt && { expiresAt }) },
      status: status ?? 'pass',
      detail,
      ...(remedy && { remedy }),
      latencyMs: latencyMs(),
    };
  } catch (error) {
    return {
      ...base,
      status: 'fail',
      detail: withoutUserInfo(messageOf(error)),
      ...(error instanceof ProbeError && { remedy: error.remedy }),
      latencyMs: latencyMs(),
    };
  }
}
