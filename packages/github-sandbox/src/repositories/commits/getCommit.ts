import { GitHubError } from '../../http/GitHubError';
import { linkHeader } from '../../http/linkHeader';
import type { RepositoryCall, Route } from '../../http/Route';
import { fullNameOf } from '../fullNameOf';
import { openGit } from '../openGit';
import { requireCommit } from '../requireCommit';
import { wantedMedia } from '../wantedMedia';
import { presentFullCommit } from './presentFullCommit';

/** Files on a page: https://docs.github.com/rest/commits/commits#get-a-commit */
const MOST_FILES = 300;

/** One commit, also as its SHA, diff or patch. */
export const getCommit: Route = {
  route: 'GET /repos/{owner}/{repo}/commits/{ref}',
  on: 'repository',
  access: { permission: { name: 'contents', level: 'read' } },
  async handle(call) {
    const { params } = call;
    const git = await openGit(call);
    const sha = await requireCommit({
      git,
      name: params.ref,
      missing: new GitHubError({
        status: 422,
        message: `No commit found for SHA: ${params.ref}`,
        documentationUrl:
          'https://docs.github.com/rest/commits/commits#get-a-commit',
      }),
    });
    const commit = (await git.readCommit({ sha }))!;
    const media = wantedMedia(call.headers);
    const text = (body: string) => ({
      body,
      headers: {
        'content-type': `application/vnd.github.v3.${media}; charset=utf-8`,
      },
    });
    if (media === 'sha') return text(sha);
    if (media === 'diff') {
      return text(await git.patchText({ from: commit.parents[0], to: sha }));
    }
    if (media === 'patch') {
      return text(await git.formatPatch({ from: undefined, to: sha }));
    }

    const { page } = call.page;
    const asked = Number.parseInt(call.query.get('per_page') ?? '', 10);
    const perPage = asked >= 1 ? Math.min(asked, MOST_FILES) : MOST_FILES;
    const { body, count } = await presentFullCommit({
      ...call,
      git,
      commit,
      slice: files => files.slice((page - 1) * perPage, page * perPage),
    });
    const link = linkHeader({
      url: addressOf(call),
      page,
      perPage,
      total: count,
    });
    return { body, ...(link && { headers: { link } }) };
  },
};

function addressOf(call: RepositoryCall) {
  const ref = encodeURIComponent(call.params.ref);
  return new URL(
    `${call.urls.api}/repos/${fullNameOf(call)}/commits/${ref}?${call.query}`,
  );
}
