import type { GithubService } from '@callboard/plugin-github-node';

type Client = Awaited<ReturnType<GithubService['client']>>;

/** What a token reads of one organisation. */
export interface Reach {
  owner: string;
  /** `sso`: its single sign-on has not authorised the token. `no-organisation`: a person, whose repositories are not looked at. */
  outcome: 'reached' | 'sso' | 'refused' | 'no-organisation';
  /** Full names of repositories that are not public, at most the first hundred by name. */
  privateRepositories: string[];
  /** Whether the list above is whole. */
  isWhole: boolean;
  readsTeams: boolean;
}

const PAGE = 100;

/**
 * Tries what a token reads: GitHub tells nobody the permissions of a fine-grained one, and of no token which repositories it is for.
 * https://docs.github.com/en/rest/repos/repos#list-organization-repositories and
 * https://docs.github.com/en/rest/teams/teams#list-teams
 */
export async function reachOf(options: {
  client: Client;
  owners: string[];
}): Promise<Reach[]> {
  const { client, owners } = options;
  const reaches: Reach[] = [];
  for (const owner of owners) {
    reaches.push({
      privateRepositories: [],
      isWhole: true,
      readsTeams: false,
      ...(await reachOfOne({ client, owner })),
      owner,
    });
  }
  return reaches;
}

async function reachOfOne(options: {
  client: Client;
  owner: string;
}): Promise<Pick<Reach, 'outcome'> & Partial<Reach>> {
  const { client, owner } = options;
  try {
    const { data } = await client.request('GET /orgs/{org}/repos', {
      org: owner,
      type: 'private',
      sort: 'full_name',
      direction: 'asc',
      per_page: PAGE,
    });
    return {
      outcome: 'reached',
      privateRepositories: data.map(({ full_name: name }) => name),
      isWhole: data.length < PAGE,
      readsTeams: await succeeds(
        client.request('GET /orgs/{org}/teams', { org: owner, per_page: 1 }),
      ),
    };
  } catch (error) {
    const { status, response } = error as {
      status?: number;
      response?: { headers?: Record<string, unknown> };
    };
    if (String(response?.headers?.['x-github-sso']).startsWith('required')) {
      return { outcome: 'sso' };
    }
    return {
      outcome:
        status === 404 && (await isPerson({ client, owner }))
          ? 'no-organisation'
          : 'refused',
    };
  }
}

async function isPerson(options: { client: Client; owner: string }) {
  const { client, owner } = options;
  try {
    const { data } = await client.request('GET /users/{username}', {
      username: owner,
    });
    return data.type !== 'Organization';
  } catch {
    return false;
  }
}

function succeeds(request: Promise<unknown>): Promise<boolean> {
  return request.then(
    () => true,
    () => false,
  );
}
