import { GitHubError, notFound } from '../../http/GitHubError';
import type { Answer, RepositoryCall, Route } from '../../http/Route';
import { openGit } from '../openGit';
import { isEmpty } from '../requireCommit';
import { wantedMedia } from '../wantedMedia';
import { answerDirectory } from './answerDirectory';
import { answerFile } from './answerFile';
import { answerSubmodule } from './answerSubmodule';
import { answerSymlink } from './answerSymlink';
import type { ContentPlace } from './ContentPlace';
import { contentType } from './contentType';
import { lastModified } from './lastModified';

const access = { permission: { name: 'contents', level: 'read' as const } };

/**
 * A file, a directory, a symlink or a submodule. The root has no `path`, and callers write it with and without the slash.
 * https://docs.github.com/rest/repos/contents#get-repository-content
 */
export const getContents: Route[] = [
  'GET /repos/{owner}/{repo}/contents/{path}',
  'GET /repos/{owner}/{repo}/contents/',
  'GET /repos/{owner}/{repo}/contents',
].map(route => ({ route, on: 'repository', access, handle }));

async function handle(call: RepositoryCall): Promise<Answer> {
  const { repository, params, query } = call;
  const path = (params.path ?? '').replace(/^\/+|\/+$/g, '');
  const ref = query.get('ref') || repository.defaultBranch;
  const git = await openGit(call);
  const found = await git.resolve({ expression: ref, type: 'commit' });
  if (!found) {
    const isNew = await isEmpty(git);
    throw new GitHubError({
      status: 404,
      message: isNew
        ? 'This repository is empty.'
        : `No commit found for the ref ${ref}`,
      documentationUrl: 'https://docs.github.com/v3/repos/contents/',
    });
  }
  const commit = found.sha;
  const entry = await git.entryAt({ commit, path });
  if (!entry) throw notFound();
  const place = { call, git, commit, path, ref, entry };
  const answer = await answerEntry(place);
  return {
    ...answer,
    headers: { ...(await lastModified(place)), ...answer.headers },
  };
}

function answerEntry(place: ContentPlace): Promise<Answer> {
  const asText = wantedMedia(place.call.headers) === 'raw';
  switch (contentType(place.entry)) {
    case 'dir':
      return answerDirectory(place);
    case 'symlink':
      return answerSymlink({ ...place, asText });
    case 'submodule':
      return answerSubmodule(place);
    default:
      return answerFile({ ...place, asText });
  }
}
