import { actorOf } from '../../access';
import type { Signature } from '../../git';
import type { RepositoryCall } from '../../http/Route';
import { readSignature } from '../identity/readSignature';
import { signatureOf, webCommitter } from '../identity/signatureOf';
import { notSupplied } from '../../http/invalidRequest';
import { bodyReader } from '../../http/body/bodyReader';

/** What a request that changes one file asks for, beside the content. */
export interface FileChangeRequest {
  path: string;
  branch: string;
  message: string;
  /** The blob that is to be replaced. */
  sha: string | undefined;
  author: Signature;
  committer: Signature;
}

/** Reads the body (of DELETE also the query) of a request to the contents API. */
export function readFileChange(call: RepositoryCall): FileChangeRequest {
  const { body, query, params, repository, sandbox } = call;
  const read = bodyReader(body);
  const field = (name: string) =>
    read.text(name) ?? query.get(name) ?? undefined;
  const message = field('message');
  if (typeof message !== 'string') throw notSupplied('message');
  const date = sandbox.clock.now();
  const author = readSignature({
    value: body.author ?? body.committer,
    field: 'author',
    fallback: signatureOf({ user: actorOf(call.viewer), date }),
  });
  return {
    path: params.path.replace(/^\/+|\/+$/g, ''),
    branch: (field('branch') ?? repository.defaultBranch).replace(
      /^refs\/heads\//,
      '',
    ),
    message,
    sha: field('sha'),
    author,
    committer: readSignature({
      value: body.committer,
      field: 'committer',
      // An author of their own makes it a commit by that author altogether.
      fallback: body.author ? author : webCommitter({ date }),
    }),
  };
}
