import type { GithubService } from '@callboard/plugin-github-node';

/** Where Apps of a host are installed, or why that could not be found out. */
export type ListedOrganisations =
  | { state: 'listed'; organisations: string[] }
  | { state: 'unknown'; reason: string }
  | { state: 'no-app'; reason: string };

/**
 * The organisations in which the Apps of a host are installed, for sources that name none; as in stock, tokens name none. One request for
 * each App, and each hundred installations. https://docs.github.com/rest/apps/apps#list-installations-for-the-authenticated-app
 */
export async function listOrganisations(options: {
  github: GithubService;
  host: string;
}): Promise<ListedOrganisations> {
  const { github, host } = options;
  const known = github.credentials
    .hosts()
    .find(candidate => candidate.host === host);
  const apps =
    known?.credentials.flatMap(each => (each.kind === 'app' ? [each] : [])) ??
    [];
  if (!known || apps.length === 0) {
    return {
      state: 'no-app',
      reason: `no GitHub App is configured for ${host}, so that it is unknown which organisations to read; name them as catalog.providers.githubOrg.orgs`,
    };
  }
  const found = new Map<string, string>();
  try {
    for (const app of apps) {
      const octokit = await github.client({
        ...{ url: known.webUrl, as: { app: app.id } },
        priority: 'background',
      });
      const installations = await octokit.paginate(
        octokit.rest.apps.listInstallations,
        { per_page: 100 },
      );
      for (const { account, target_type: type } of installations) {
        const login = account && 'login' in account ? account.login : '';
        const isServed =
          !app.allowedOwners || app.allowedOwners.includes(login.toLowerCase());
        if (type === 'Organization' && login && isServed) {
          found.set(login.toLowerCase(), login);
        }
      }
    }
  } catch (error) {
    return {
      state: 'unknown',
      reason: `GitHub did not say where the App is installed: ${
        (error as Error).message
      }`,
    };
  }
  return { state: 'listed', organisations: [...found.values()] };
}
