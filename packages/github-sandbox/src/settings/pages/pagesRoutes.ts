import { GitHubError, notFound } from '../../http/GitHubError';
import { notSupplied } from '../../http/invalidRequest';
import type { RepositoryCall, Route } from '../../http/Route';
import { fullNameOf } from '../../repositories/fullNameOf';
import { openGit } from '../../repositories/openGit';
import { readPages } from './readPages';

const read = { permission: { name: 'pages', level: 'read' as const } };
const write = {
  permission: { name: 'pages', level: 'write' as const },
  role: 'admin' as const,
};

/** GitHub Pages. Nothing is built or served; the settings are kept. https://docs.github.com/rest/pages/pages */
export const pagesRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/pages',
    on: 'repository',
    access: read,
    handle: call => ({ body: present(call) }),
  },
  {
    route: 'POST /repos/{owner}/{repo}/pages',
    on: 'repository',
    access: write,
    async handle(call) {
      const { repository, body } = call;
      if (repository.pages) {
        throw new GitHubError({
          status: 409,
          message: 'GitHub Pages is already enabled.',
        });
      }
      const settings = readPages({ ...repository, body });
      const { buildType = 'legacy' } = settings;
      const source = settings.source ?? {
        branch: repository.defaultBranch,
        path: '/',
      };
      if (buildType === 'legacy') {
        if (!settings.source) {
          throw notSupplied('source');
        }
        await assertBranch(call, source.branch);
      }
      repository.pages = { buildType, source };
      return { status: 201, body: present(call) };
    },
  },
  {
    route: 'PUT /repos/{owner}/{repo}/pages',
    on: 'repository',
    access: write,
    async handle(call) {
      const { repository, body } = call;
      if (!repository.pages) throw notFound();
      const settings = readPages({ ...repository, body });
      if (settings.source) await assertBranch(call, settings.source.branch);
      Object.assign(repository.pages, settings, {
        ...(body.cname !== undefined && { cname: body.cname || null }),
        ...(typeof body.https_enforced === 'boolean' && {
          httpsEnforced: body.https_enforced,
        }),
      });
      return { status: 204 };
    },
  },
  {
    route: 'DELETE /repos/{owner}/{repo}/pages',
    on: 'repository',
    access: write,
    handle({ repository }) {
      if (!repository.pages) throw notFound();
      repository.pages = null;
      return { status: 204 };
    },
  },
  {
    route: 'GET /repos/{owner}/{repo}/pages/builds',
    on: 'repository',
    access: read,
    handle({ repository }) {
      if (!repository.pages) throw notFound();
      return { body: [], total: 0 };
    },
  },
];

async function assertBranch(call: RepositoryCall, branch: string) {
  const git = await openGit(call);
  if (!(await git.readRef({ ref: `refs/heads/${branch}` }))) {
    throw new GitHubError({
      status: 422,
      message: `The ${branch} branch must exist before GitHub Pages can be built.`,
    });
  }
}

/** GitHub's `page`. Throws 404 where Pages are off. */
function present(call: RepositoryCall) {
  const { repository, urls } = call;
  const { pages } = repository;
  if (!pages) throw notFound();
  const fullName = fullNameOf(call);
  return {
    url: `${urls.api}/repos/${fullName}/pages`,
    status: 'built' as const,
    cname: pages.cname ?? null,
    protected_domain_state: null,
    pending_domain_unverified_at: null,
    custom_404: false,
    html_url: pages.cname
      ? `https://${pages.cname}/`
      : `${urls.html}/pages/${fullName}/`,
    build_type: pages.buildType,
    source: pages.source,
    public: repository.visibility === 'public',
    https_enforced: pages.httpsEnforced ?? true,
  };
}
