import type { Context, Hono } from 'hono';
import type { Sandbox } from '../../core/Sandbox';
import type { Env } from '../../http/Env';
import { isLinkToken } from '../../repositories/links/isLinkToken';
import { archiveOf } from '../zip/archiveOf';
import { PLACE, subjectOf } from './addressOf';
import { logArchiveOf } from './logArchiveOf';

/** Logs and artifacts, at addresses that the API redirects to. Also browsers may read them. */
export function mountFiles(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app, sandbox } = options;
  const { workflowJobs, workflowRuns, artifacts } = sandbox.state;
  const isOpen = (context: Context<Env>) => {
    context.get('entry').route = 'actions file';
    const path = context.req.path.slice(PLACE.length + 1);
    const token = context.req.query('token');
    return isLinkToken({ sandbox, subject: subjectOf(path), token });
  };

  app.get(`${PLACE}/jobs/:id/log.txt`, context => {
    const job = workflowJobs.get(Number(context.req.param('id')));
    if (!isOpen(context) || !job) return forbidden();
    const text = job.steps.map(({ log }) => log).join('');
    return answer(text, { 'content-type': 'text/plain; charset=utf-8' });
  });
  app.get(`${PLACE}/runs/:id/:attempt/logs.zip`, context => {
    const run = workflowRuns.get(Number(context.req.param('id')));
    if (!isOpen(context) || !run) return forbidden();
    const attempt = Number(context.req.param('attempt'));
    const archive = logArchiveOf({ sandbox, run, attempt });
    return zip(archive, `logs_${run.id}.zip`);
  });
  app.get(`${PLACE}/artifacts/:id/files.zip`, context => {
    const artifact = artifacts.get(Number(context.req.param('id')));
    if (!isOpen(context) || !artifact) return forbidden();
    return zip(archiveOf(artifact), `${artifact.name}.zip`);
  });
}

function zip(archive: Buffer, name: string): Response {
  return answer(new Uint8Array(archive), {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(
      name,
    )}`,
  });
}

function answer(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Response {
  return new Response(body, {
    headers: {
      ...headers,
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    },
  });
}

function forbidden(): Response {
  return new Response('Server failed to authenticate the request.\n', {
    status: 403,
    headers: { 'access-control-allow-origin': '*' },
  });
}
