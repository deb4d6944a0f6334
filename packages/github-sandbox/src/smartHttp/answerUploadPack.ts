import type { Context } from 'hono';
import type { Sandbox } from '../core/Sandbox';
import type { Env } from '../http/Env';
import { admitGit } from './admitGit';
import { gitText } from './gitText';
import { openForGit } from './openForGit';
import { readGitBody } from './readGitBody';
import { streamAnswer } from './streamAnswer';

/** Fetch and clone. */
export async function answerUploadPack(options: {
  sandbox: Sandbox;
  context: Context<Env>;
}): Promise<Response> {
  const { context } = options;
  const service = 'git-upload-pack';
  context.get('entry').route = service;
  const admission = await admitGit({ ...options, service });
  if (admission.outcome === 'answered') return admission.response;
  const git = await openForGit(admission.request);
  if (!git) return gitText({ status: 404, text: 'Repository not found.' });
  const output = git.uploadPack({
    body: readGitBody(context.req.raw),
    protocol: context.req.header('git-protocol'),
  });
  return streamAnswer({ output, service });
}
