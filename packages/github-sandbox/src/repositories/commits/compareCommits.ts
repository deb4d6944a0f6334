import type { Comparison } from '../../git';
import { GitHubError, notFound } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { fullNameOf } from '../fullNameOf';
import { openGit } from '../openGit';
import { wantedMedia } from '../wantedMedia';
import { presentCommit } from './presentCommit';
import { presentDiffEntry } from './presentDiffEntry';
import { resolveSide } from './resolveSide';

/** https://docs.github.com/rest/commits/commits#compare-two-commits */
const MOST_FILES = 300;
const MOST_COMMITS = 250;

/** Compares two branches, tags or commits, also of two repositories of a network. */
export const compareCommits: Route = {
  route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
  on: 'repository',
  access: { permission: { name: 'contents', level: 'read' } },
  async handle(call) {
    const { params, query, urls, page } = call;
    const [baseName, headName] = params.basehead.split(/\.{2,3}/, 2);
    if (!baseName || !headName) throw notFound();
    const git = await openGit(call);
    const base = await resolveSide({ call, git, side: baseName });
    const head = await resolveSide({ call, git, side: headName });
    const found = await git.compare({ base, head });
    if (!found) {
      throw new GitHubError({
        status: 404,
        message: `No common ancestor between ${baseName} and ${headName}.`,
      });
    }

    const media = wantedMedia(call.headers);
    if (media === 'diff' || media === 'patch') {
      const range = { from: found.mergeBase, to: head };
      return {
        body:
          media === 'diff'
            ? await git.patchText(range)
            : await git.formatPatch(range),
        headers: {
          'content-type': `application/vnd.github.v3.${media}; charset=utf-8`,
        },
      };
    }

    const isPaged = query.has('page') || query.has('per_page');
    const commits = isPaged
      ? found.commits.slice(
          (page.page - 1) * page.perPage,
          page.page * page.perPage,
        )
      : found.commits.slice(-MOST_COMMITS);
    const files = isPaged && page.page > 1 ? [] : found.files;
    const read = async (sha: string) =>
      presentCommit({ ...call, commit: (await git.readCommit({ sha }))! });
    const path = `${fullNameOf(call)}/compare`;
    const html = `${urls.html}/${path}/${params.basehead}`;
    const owner = call.owner.login;
    return {
      body: {
        url: `${urls.api}/repos/${path}/${params.basehead}`,
        html_url: html,
        permalink_url: `${urls.html}/${path}/${owner}:${base.slice(
          0,
          7,
        )}...${owner}:${head.slice(0, 7)}`,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        base_commit: await read(base),
        merge_base_commit: await read(found.mergeBase),
        status: statusOf(found),
        ahead_by: found.aheadBy,
        behind_by: found.behindBy,
        total_commits: found.aheadBy,
        commits: commits.map(commit => presentCommit({ ...call, commit })),
        files: files
          .slice(0, MOST_FILES)
          .map(file => presentDiffEntry({ ...call, file, ref: head })),
      },
      ...(isPaged && { total: found.commits.length }),
    };
  },
};

function statusOf({ aheadBy, behindBy }: Comparison) {
  if (aheadBy > 0) return behindBy > 0 ? 'diverged' : 'ahead';
  return behindBy > 0 ? 'behind' : 'identical';
}
