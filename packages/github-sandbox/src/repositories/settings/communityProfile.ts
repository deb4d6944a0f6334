import type { TreeEntry } from '../../git';
import type { RepositoryCall, Route } from '../../http/Route';
import { refreshFacts } from '../facts/refreshFacts';
import { fullNameOf } from '../fullNameOf';
import { openGit } from '../openGit';
import { presentRepository } from '../present/presentRepository';

const FILES = {
  code_of_conduct_file: /^code_of_conduct(\.\w+)?$/i,
  contributing: /^contributing(\.\w+)?$/i,
  readme: /^readme(\.\w+)?$/i,
  issue_template: /^issue_template(\.\w+)?$/i,
  pull_request_template: /^pull_request_template(\.\w+)?$/i,
};

/** Which of the files that a community looks for are there. https://docs.github.com/rest/metrics/community#get-community-profile-metrics */
export const communityProfile: Route = {
  route: 'GET /repos/{owner}/{repo}/community/profile',
  on: 'repository',
  access: { permission: { name: 'contents', level: 'read' } },
  async handle(call) {
    const { sandbox, repository } = call;
    await refreshFacts({ sandbox, repositories: [repository] });
    const entries = await placesOf(call);
    const api = `${call.urls.api}/repos/${fullNameOf(call)}/contents`;
    const html = `${call.urls.html}/${fullNameOf(call)}/blob/${
      repository.defaultBranch
    }`;
    const files = Object.fromEntries(
      Object.entries(FILES).map(([key, pattern]) => {
        const path = entries.find(candidate =>
          pattern.test(candidate.split('/').at(-1)!),
        );
        return [
          key,
          path ? { url: `${api}/${path}`, html_url: `${html}/${path}` } : null,
        ];
      }),
    );
    const { license } = presentRepository(call);
    const found = [
      repository.description,
      license,
      ...Object.values(files),
    ].filter(Boolean).length;
    return {
      body: {
        health_percentage: Math.round(
          (100 * found) / (Object.keys(FILES).length + 2),
        ),
        description: repository.description,
        documentation: repository.homepage,
        files: { code_of_conduct: null, license, ...files },
        updated_at: repository.updatedAt,
        content_reports_enabled: false,
      },
    };
  },
};

/** The files in the folders that GitHub looks into. */
async function placesOf(call: RepositoryCall): Promise<string[]> {
  const git = await openGit(call);
  const commit = call.repository.defaultBranch;
  const lists = await Promise.all(
    ['.github', '', 'docs'].map(async directory => {
      const tree = await git.entryAt({ commit, path: directory });
      const entries: TreeEntry[] =
        (tree?.type === 'tree' && (await git.readTree({ sha: tree.sha }))) ||
        [];
      return entries
        .filter(({ type }) => type === 'blob')
        .map(({ path }) => (directory ? `${directory}/${path}` : path));
    }),
  );
  return lists.flat();
}
