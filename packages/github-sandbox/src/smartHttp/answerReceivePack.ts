import type { Context } from 'hono';
import type { Readable } from 'node:stream';
import { actorOf } from '../access';
import type { Sandbox } from '../core/Sandbox';
import type { RefChange } from '../git';
import type { Env } from '../http/Env';
import { announceRefChange } from '../repositories/refs/announceRefChange';
import { announceWikiPush } from '../wikis/announceWikiPush';
import { admitGit } from './admitGit';
import { gitText } from './gitText';
import type { GitRequest } from './GitRequest';
import { openForGit } from './openForGit';
import { readGitBody } from './readGitBody';
import { refusePush } from './refusePush';
import { streamAnswer } from './streamAnswer';

/** Push. The refs have moved, and everybody knows, before git has read the end of the answer. */
export async function answerReceivePack(options: {
  sandbox: Sandbox;
  context: Context<Env>;
}): Promise<Response> {
  const { sandbox, context } = options;
  const service = 'git-receive-pack';
  context.get('entry').route = service;
  const admission = await admitGit({ ...options, service });
  if (admission.outcome === 'answered') return admission.response;
  const { request } = admission;
  const git = await openForGit(request);
  if (!git) return gitText({ status: 404, text: 'Repository not found.' });
  const { output, changes } = git.receivePack({
    body: readGitBody(context.req.raw),
    protocol: context.req.header('git-protocol'),
    refuse: updates => refusePush({ request, git, updates }),
  });
  const announced = changes.then(
    moved => announce(request, moved),
    // The client has gone, or git has failed: `output` ends with that.
    () => undefined,
  );
  sandbox.background(announced);
  return streamAnswer({
    output: endAfter({ output, work: announced }),
    service,
  });
}

/** What a stream gives; its last part only when the work is done. */
async function* endAfter(options: {
  output: Readable;
  work: Promise<unknown>;
}): AsyncGenerator<Buffer> {
  let last: Buffer | undefined;
  for await (const part of options.output) {
    if (last) yield last;
    last = part;
  }
  await options.work;
  if (last) yield last;
}

async function announce(request: GitRequest, changes: RefChange[]) {
  const { isWiki, viewer } = request;
  const sender = actorOf(viewer);
  for (const change of changes) {
    const announcement = { ...request, change, sender };
    await (isWiki
      ? announceWikiPush(announcement)
      : announceRefChange(announcement));
  }
}
