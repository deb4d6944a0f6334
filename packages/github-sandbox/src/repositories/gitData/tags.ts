import { actorOf } from '../../access';
import { nodeId } from '../../core/nodeId';
import { isValidRefName, type Tag } from '../../git';
import { GitHubError, notFound } from '../../http/GitHubError';
import type { RepositoryCall, Route } from '../../http/Route';
import { presentSignature } from '../commits/presentSignature';
import { presentVerification } from '../commits/presentVerification';
import { fullNameOf } from '../fullNameOf';
import { readSignature } from '../identity/readSignature';
import { signatureOf } from '../identity/signatureOf';
import { openGit } from '../openGit';
import { requireSha } from './requireSha';
import { bodyReader } from '../../http/body/bodyReader';

/** Annotated tags as objects; a ref makes them visible. https://docs.github.com/rest/git/tags */
export const gitTagRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/git/tags/{tag_sha}',
    on: 'repository',
    access: { permission: { name: 'contents', level: 'read' } },
    async handle(call) {
      const sha = requireSha(call.params.tag_sha);
      const tag = await (await openGit(call)).readTag({ sha });
      if (!tag) throw notFound();
      return { body: present(call, tag) };
    },
  },
  {
    route: 'POST /repos/{owner}/{repo}/git/tags',
    on: 'repository',
    access: { permission: { name: 'contents', level: 'write' }, role: 'push' },
    async handle(call) {
      const read = bodyReader(call.body);
      const [tag, message, object, wanted] = [
        'tag',
        'message',
        'object',
        'type',
      ].map(read.requiredText);
      if (!isValidRefName(`refs/tags/${tag}`)) {
        throw new GitHubError({
          status: 422,
          message: `${tag} is not a valid tag name.`,
        });
      }
      const git = await openGit(call);
      const found = await git.readObject({ sha: object });
      if (!found || found.type !== wanted) {
        throw new GitHubError({
          status: 422,
          message: `The object ${object} is not a ${wanted}.`,
        });
      }
      const tagger = readSignature({
        value: call.body.tagger,
        field: 'tagger',
        fallback: signatureOf({
          user: actorOf(call.viewer),
          date: call.sandbox.clock.now(),
        }),
      });
      const sha = await git.writeTag({
        object,
        type: found.type,
        tag,
        tagger,
        message,
      });
      const body = present(call, (await git.readTag({ sha }))!);
      return { status: 201, headers: { location: body.url }, body };
    },
  },
];

function present(call: RepositoryCall, tag: Tag) {
  const api = `${call.urls.api}/repos/${fullNameOf(call)}/git`;
  return {
    node_id: nodeId({ type: 'Tag', id: `${call.repository.id}:${tag.sha}` }),
    sha: tag.sha,
    url: `${api}/tags/${tag.sha}`,
    tag: tag.tag,
    message: tag.message,
    tagger: presentSignature(
      tag.tagger ?? { name: '', email: '', date: new Date(0) },
    ),
    object: {
      sha: tag.object,
      type: tag.type,
      url: `${api}/${tag.type}s/${tag.object}`,
    },
    verification: presentVerification(tag),
  };
}
