import type { Hono } from 'hono';
import type { Sandbox } from '../core/Sandbox';
import type { Env } from '../http/Env';
import { alertsPage } from './alerts/alertsPage';
import { codeAlertsPage } from './alerts/codeAlertsPage';
import { secretAlertsPage } from './alerts/secretAlertsPage';
import { commitPage } from './code/commitPage';
import { commitsPage } from './code/commitsPage';
import { comparePage } from './code/comparePage';
import { editPage } from './code/editPage';
import { filePage } from './code/filePage';
import { folderPage } from './code/folderPage';
import { refsPage } from './code/refsPage';
import { conversationPage } from './conversations/conversationPage';
import { listPage } from './conversations/listPage';
import type { RepositoryPageContext } from './PageContext';
import { releasesPage } from './releasesPage';
import { repositoryRoute } from './repositoryRoute';
import { runPage } from './runs/runPage';
import { runsPage } from './runs/runsPage';
import { wikiPage } from './wikiPage';

type Render = (
  page: RepositoryPageContext & { params: Record<string, string> },
) => Promise<Response> | Response;

/** Pages by their path below `/owner/name`; `rest` is a branch and a path on it. */
const PAGES: Record<string, Render> = {
  '': page => folderPage({ ...page, refAndPath: '' }),
  '/tree/:rest{.+}': page =>
    folderPage({ ...page, refAndPath: page.params.rest }),
  '/blob/:rest{.+}': page =>
    filePage({ ...page, refAndPath: page.params.rest }),
  '/edit/:rest{.+}': page =>
    editPage({ ...page, refAndPath: page.params.rest }),
  '/commits': page => commitsPage({ ...page, refAndPath: '' }),
  '/commits/:rest{.+}': page =>
    commitsPage({ ...page, refAndPath: page.params.rest }),
  '/branches': page => refsPage({ ...page, kind: 'branches' }),
  '/tags': page => refsPage({ ...page, kind: 'tags' }),
  '/compare/:rest{.+}': page =>
    comparePage({ ...page, basehead: page.params.rest }),
  '/commit/:sha': page => commitPage({ ...page, sha: page.params.sha }),
  '/issues': page => listPage({ ...page, kind: 'issues' }),
  '/issues/:number{\\d+}': page =>
    conversationPage({
      ...page,
      kind: 'issues',
      number: Number(page.params.number),
    }),
  '/pulls': page => listPage({ ...page, kind: 'pulls' }),
  '/pull/:number{\\d+}': page =>
    conversationPage({
      ...page,
      kind: 'pulls',
      number: Number(page.params.number),
    }),
  '/pull/:number{\\d+}/:tab{files|commits|checks}': page =>
    conversationPage({
      ...page,
      kind: 'pulls',
      number: Number(page.params.number),
    }),
  '/actions': page => runsPage(page),
  '/actions/workflows/:file': page =>
    runsPage({ ...page, file: page.params.file }),
  '/actions/runs/:run{\\d+}': page =>
    runPage({ ...page, runId: Number(page.params.run) }),
  '/actions/runs/:run{\\d+}/job/:job{\\d+}': page =>
    runPage({
      ...page,
      runId: Number(page.params.run),
      jobId: Number(page.params.job),
    }),
  '/releases': page => releasesPage(page),
  '/releases/tag/:rest{.+}': page =>
    releasesPage({ ...page, tag: page.params.rest }),
  '/security/dependabot': page => alertsPage(page),
  '/security/dependabot/:number{\\d+}': page =>
    alertsPage({ ...page, number: Number(page.params.number) }),
  '/security/code-scanning': page => codeAlertsPage(page),
  '/security/code-scanning/:number{\\d+}': page =>
    codeAlertsPage({ ...page, number: Number(page.params.number) }),
  '/security/secret-scanning': page => secretAlertsPage(page),
  '/security/secret-scanning/:number{\\d+}': page =>
    secretAlertsPage({ ...page, number: Number(page.params.number) }),
  '/wiki': page => wikiPage(page),
  '/wiki/:pageName': page =>
    wikiPage({ ...page, pageName: page.params.pageName }),
};

/** The pages of repositories. Mounted after what has names of its own, such as `/settings/tokens`. */
export function mountRepositoryPages(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app, sandbox } = options;
  for (const [path, render] of Object.entries(PAGES)) {
    app.on(
      path.startsWith('/edit') ? ['GET', 'POST'] : ['GET'],
      `/:owner{[A-Za-z0-9-]+}/:repo${path}`,
      repositoryRoute({
        sandbox,
        render(page) {
          const params = page.context.req.param() as Record<string, string>;
          return render({ ...page, params });
        },
      }),
    );
  }
}
