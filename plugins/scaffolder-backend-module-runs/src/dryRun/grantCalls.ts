import {
  type GithubService,
  includesLevel,
  type PermissionLevel,
} from '@callboard/plugin-github-node';
import type { PlannedCall } from '@callboard/plugin-scaffolder-common';
import { githubSubject } from '../causes/githubSubject';

type Granted = Record<string, PermissionLevel | undefined>;

/**
 * Planned calls to GitHub, each with whether the App that would serve has the permission. Asks GitHub once for each owner. Nobody can tell
 * for a token, or for a token that the template passes: then the call stays as it is.
 */
export async function grantCalls(options: {
  github: Pick<GithubService, 'client' | 'credentials'>;
  calls: PlannedCall[];
  /** Steps that bring a token of their own. */
  withToken: ReadonlySet<string>;
}): Promise<PlannedCall[]> {
  const { github, calls, withToken } = options;
  const hosts = github.credentials.hosts();
  const known = new Map<string, Promise<Granted | undefined>>();
  return Promise.all(
    calls.map(async call => {
      const { permission, granted, url, stepId } = call;
      const subject = githubSubject({ hosts, url });
      if (
        !permission?.access ||
        granted !== undefined ||
        withToken.has(stepId) ||
        !subject
      ) {
        return call;
      }
      const { ownerUrl } = subject;
      const asked = known.get(ownerUrl) ?? grantedTo({ github, url: ownerUrl });
      known.set(ownerUrl, asked);
      const all = await asked;
      return all
        ? {
            ...call,
            granted: includesLevel({
              granted: all[permission.name],
              needed: permission.access as PermissionLevel,
            }),
          }
        : call;
    }),
  );
}

async function grantedTo(options: {
  github: Pick<GithubService, 'client' | 'credentials'>;
  url: string;
}): Promise<Granted | undefined> {
  const { github, url } = options;
  try {
    const serving = await github.credentials.serve({
      url,
      pluginId: 'scaffolder',
    });
    if (serving.kind !== 'app' || !serving.installationId) return undefined;
    const client = await github.client({
      url,
      as: { app: serving.credentialId },
      retries: 1,
    });
    const { data } = await client.request(
      'GET /app/installations/{installation_id}',
      { installation_id: serving.installationId },
    );
    return data.permissions as Granted;
  } catch {
    // The plan says what is needed; what is there, nobody can tell now.
    return undefined;
  }
}
