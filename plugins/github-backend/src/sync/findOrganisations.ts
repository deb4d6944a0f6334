import { lowerKey } from '../store/lowerKey';
import type { MirrorContext } from './MirrorContext';

/**
 * Organisations in which an App is installed, of those that may be used with it. As in stock, users with an installation are none. Those in
 * which it is not any more are held as they are, with all that they have in the catalog.
 */
export async function findOrganisations(options: {
  context: MirrorContext;
  host: string;
  app: number;
  signal?: AbortSignal;
}): Promise<string[]> {
  const { context, host, app, signal } = options;
  const { github, store } = context;
  const configured = github.credentials
    .hosts()
    .find(each => each.host === host);
  const credential = configured?.credentials.find(
    each => each.kind === 'app' && each.appId === app,
  );
  if (!configured || credential?.kind !== 'app') {
    throw new Error(
      `There is no App ${app} for ${host}, which catalog.providers.github names. Add it below integrations.github[].apps`,
    );
  }
  const octokit = await github.client({
    url: configured.webUrl,
    as: { app: credential.id },
    priority: 'background',
    signal,
  });
  const installations: any[] = await octokit.paginate(
    'GET /app/installations',
    { per_page: 100 },
  );
  const organisations = installations
    .filter(each => each.target_type === 'Organization' && each.account?.login)
    .map((each): string => each.account.login)
    .filter(
      login =>
        !credential.allowedOwners ||
        credential.allowedOwners.includes(lowerKey(login)),
    );
  for (const organisation of organisations) {
    const state = await store.organisations.get({ host, organisation });
    if (state?.app !== app) {
      await store.organisations.set({ host, organisation, values: { app } });
    }
  }
  return organisations;
}
