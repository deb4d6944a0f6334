import type { Context } from 'hono';
import { Readable } from 'node:stream';
import type { Sandbox } from '../core/Sandbox';
import type { GitService } from '../git';
import type { Env } from '../http/Env';
import { admitGit } from './admitGit';
import { gitText } from './gitText';
import { openForGit } from './openForGit';

const SERVICES: string[] = ['git-upload-pack', 'git-receive-pack'];

/** `GET /{owner}/{repo}.git/info/refs?service=`: the first request of every fetch and push. https://git-scm.com/docs/http-protocol */
export async function answerInfoRefs(options: {
  sandbox: Sandbox;
  context: Context<Env>;
}): Promise<Response> {
  const { context } = options;
  const service = context.req.query('service') ?? '';
  if (!SERVICES.includes(service)) {
    return gitText({ status: 403, text: 'Please upgrade your git client.' });
  }
  context.get('entry').route = service;
  const admission = await admitGit({
    ...options,
    service: service as GitService,
  });
  if (admission.outcome === 'answered') return admission.response;
  const git = await openForGit(admission.request);
  if (!git) return gitText({ status: 404, text: 'Repository not found.' });
  const output = git.advertise({
    service: service as GitService,
    protocol: context.req.header('git-protocol'),
  });
  return new Response(Readable.toWeb(output) as ReadableStream, {
    headers: {
      'content-type': `application/x-${service}-advertisement`,
      'cache-control': 'no-cache, max-age=0, must-revalidate',
    },
  });
}
