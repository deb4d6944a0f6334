import { nodeId } from '../../core/nodeId';
import { GitHubError, notFound } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { fullNameOf } from '../fullNameOf';
import { inLines } from '../inLines';
import { notSupplied } from '../../http/invalidRequest';
import { openGit } from '../openGit';
import { emptyRepository, isEmpty } from '../requireCommit';
import { wantedMedia } from '../wantedMedia';
import { requireSha } from './requireSha';

/** Largest blob that is answered: https://docs.github.com/rest/git/blobs#get-a-blob */
const LARGEST = 100 * 1024 * 1024;

/** https://docs.github.com/rest/git/blobs */
export const blobRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
    on: 'repository',
    access: { permission: { name: 'contents', level: 'read' } },
    async handle(call) {
      const sha = requireSha(call.params.file_sha);
      const data = await (await openGit(call)).readBlob({ sha });
      if (!data) throw notFound();
      if (data.length > LARGEST) {
        throw new GitHubError({
          status: 403,
          message: 'This API returns blobs up to 100 MB in size.',
        });
      }
      if (wantedMedia(call.headers) === 'raw') {
        return {
          body: data,
          headers: {
            'content-type': 'application/vnd.github.v3.raw; charset=utf-8',
          },
        };
      }
      return {
        body: {
          sha,
          node_id: nodeId({ type: 'Blob', id: `${call.repository.id}:${sha}` }),
          size: data.length,
          url: `${call.urls.api}/repos/${fullNameOf(call)}/git/blobs/${sha}`,
          content: inLines(data.toString('base64')),
          encoding: 'base64',
        },
      };
    },
  },
  {
    route: 'POST /repos/{owner}/{repo}/git/blobs',
    on: 'repository',
    access: { permission: { name: 'contents', level: 'write' }, role: 'push' },
    async handle(call) {
      const { content, encoding = 'utf-8' } = call.body;
      if (typeof content !== 'string') throw notSupplied('content');
      const git = await openGit(call);
      if (await isEmpty(git)) throw emptyRepository();
      const sha = await git.writeObject({
        type: 'blob',
        data: Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'),
      });
      const url = `${call.urls.api}/repos/${fullNameOf(call)}/git/blobs/${sha}`;
      return { status: 201, headers: { location: url }, body: { sha, url } };
    },
  },
];
