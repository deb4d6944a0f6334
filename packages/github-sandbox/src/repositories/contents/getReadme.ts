import { notFound } from '../../http/GitHubError';
import type { Answer, RepositoryCall, Route } from '../../http/Route';
import { openGit } from '../openGit';
import { wantedMedia } from '../wantedMedia';
import { answerFile } from './answerFile';
import { lastModified } from './lastModified';

const access = { permission: { name: 'contents', level: 'read' as const } };

/** The README that GitHub shows for a directory. https://docs.github.com/rest/repos/contents#get-a-repository-readme */
export const getReadme: Route[] = [
  'GET /repos/{owner}/{repo}/readme',
  'GET /repos/{owner}/{repo}/readme/{dir}',
].map(route => ({ route, on: 'repository', access, handle }));

async function handle(call: RepositoryCall): Promise<Answer> {
  const { params, query, repository } = call;
  const git = await openGit(call);
  const ref = query.get('ref') || repository.defaultBranch;
  const found = await git.resolve({ expression: ref, type: 'commit' });
  if (!found) throw notFound();
  const commit = found.sha;
  // Without a directory GitHub looks into three.
  const directories = params.dir ? [params.dir] : ['.github', '', 'docs'];
  for (const directory of directories) {
    const tree = await git.entryAt({ commit, path: directory });
    const entries =
      tree?.type === 'tree' ? await git.readTree({ sha: tree.sha }) : [];
    const entry = entries?.find(
      ({ path, type }) => type === 'blob' && /^readme(\.\w+)?$/i.test(path),
    );
    if (entry) {
      const path = directory ? `${directory}/${entry.path}` : entry.path;
      const place = { call, git, commit, path, ref, entry };
      const asText = wantedMedia(call.headers) === 'raw';
      const answer = await answerFile({ ...place, asText });
      return {
        ...answer,
        headers: { ...(await lastModified(place)), ...answer.headers },
      };
    }
  }
  throw notFound();
}
