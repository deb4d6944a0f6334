import type { InstallationFacts } from '@callboard/plugin-connections-common';
import type {
  AppCredential,
  RequestTrace,
} from '@callboard/plugin-github-node';
import type { FeatureNeed } from '../../needs/FeatureNeed';
import { comparePermissions } from '../../needs/permissions/comparePermissions';
import type { Asker } from '../asking/createAsker';
import { rateLimitsOf } from '../limits/rateLimitsOf';
import { pendingPermissions } from './pendingPermissions';

const SOME = 5;

/** What one installation of an App reaches and may do. Without `detailed` only what the list of installations tells. */
export async function inspectInstallation(options: {
  asker: Asker;
  app: AppCredential;
  /** As `GET /app/installations` has it. */
  row: any;
  /** What the App asks for. */
  wanted: Record<string, string>;
  features: FeatureNeed[];
  trace: RequestTrace;
  now: () => Date;
  detailed: boolean;
  /** Whether the App has no other installation. */
  isOnly: boolean;
}): Promise<InstallationFacts> {
  const { asker, app, row, wanted, features, isOnly } = options;
  const account = String(row.account?.login ?? row.account?.slug ?? row.id);
  const suspended = Boolean(row.suspended_at);
  const as = { app: app.id, installationId: Number(row.id) };
  // A suspended installation gets no token.
  const isAsked = options.detailed && !suspended;
  const [repositories, rateLimits] = await Promise.all([
    isAsked
      ? asker.ask({
          as,
          route: 'GET /installation/repositories',
          parameters: { per_page: SOME },
        })
      : undefined,
    isAsked
      ? rateLimitsOf({
          ...options,
          as,
          credentialId: app.id,
          owner: isOnly ? undefined : account,
        })
      : [],
  ]);
  const listed =
    repositories?.outcome === 'answered' ? repositories.data : undefined;
  const granted = row.permissions ?? {};
  const accountType = typeOf(row);
  return {
    id: Number(row.id),
    account,
    accountType,
    suspended,
    repositorySelection:
      row.repository_selection === 'selected' ? 'selected' : 'all',
    ...(typeof listed?.total_count === 'number' && {
      repositories: listed.total_count,
    }),
    someRepositories: (listed?.repositories ?? []).map((one: any) =>
      String(one.full_name),
    ),
    htmlUrl: String(row.html_url ?? `${asker.host.webUrl}/${account}`),
    permissions: comparePermissions({ granted, features, accountType }),
    pendingPermissions: pendingPermissions({ wanted, granted, accountType }),
    rateLimits,
  };
}

function typeOf(row: any): InstallationFacts['accountType'] {
  const type = row.target_type ?? row.account?.type;
  return type === 'User' || type === 'Enterprise' ? type : 'Organization';
}
