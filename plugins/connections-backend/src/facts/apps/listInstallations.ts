import type { AppCredential } from '@callboard/plugin-github-node';
import type { Asker } from '../asking/createAsker';

const PAGE = 100;
/** A portal that is installed on more than so many accounts shows the first of them. */
const MOST_PAGES = 20;

/** All installations of an App, as GitHub presents them. `unknown`: why they are not all there, in a sentence. https://docs.github.com/rest/apps/apps#list-installations-for-the-authenticated-app */
export async function listInstallations(options: {
  asker: Asker;
  app: AppCredential;
}): Promise<{ rows: any[]; unknown?: string }> {
  const { asker, app } = options;
  const rows: any[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const asked = await asker.ask({
      as: { app: app.id },
      route: 'GET /app/installations',
      parameters: { per_page: PAGE, page },
    });
    if (asked.outcome !== 'answered') {
      return {
        rows,
        unknown: `${
          asked.outcome === 'silent'
            ? asked.reason
            : `${asker.host.host} does not list the installations ("${asked.message}")`
        }.`,
      };
    }
    if (!Array.isArray(asked.data)) {
      return {
        rows,
        unknown: `${asker.host.host} does not list the installations.`,
      };
    }
    rows.push(...asked.data);
    if (!/rel="next"/.test(asked.header('link') ?? '')) break;
  }
  return { rows };
}
