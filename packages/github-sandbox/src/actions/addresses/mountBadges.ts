import type { Hono } from 'hono';
import type { Sandbox } from '../../core/Sandbox';
import type { Workflow } from '../../core/state';
import type { Env } from '../../http/Env';
import { findReadable } from '../../repositories/web/findReadable';
import { ensureReplayed } from '../replay/ensureReplayed';
import { badge, type BadgeText } from './badge';

/** The pictures that READMEs show how a workflow stands with. https://docs.github.com/actions/how-tos/monitor-workflows/add-a-status-badge */
export function mountBadges(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app, sandbox } = options;
  for (const path of [
    '/:owner/:repo/actions/workflows/:workflow/badge.svg',
    '/:owner/:repo/workflows/:workflow/badge.svg',
  ]) {
    app.get(path, async context => {
      context.get('entry').route = 'badge';
      const readable = await findReadable({
        sandbox,
        context,
        // No address has a token for it.
        subject: () => '',
      });
      if (!readable) return context.text('Not Found', 404);
      const { repository } = readable;
      await ensureReplayed({ sandbox, repository });
      const name = context.req.param('workflow');
      const workflow = sandbox.state.workflows
        .by('repository', repository.id)
        .find(one => one.name === name || one.path.endsWith(`/${name}`));
      if (!workflow) return context.text('Not Found', 404);
      const branch = context.req.query('branch') ?? repository.defaultBranch;
      const event = context.req.query('event');
      const text = textOf({ sandbox, workflow, branch, event });
      return context.body(badge({ name: workflow.name, text }), 200, {
        'content-type': 'image/svg+xml; charset=utf-8',
        'cache-control': 'max-age=300, private',
      });
    });
  }
}

/** How the newest run of a branch stands that has ended. */
function textOf(options: {
  sandbox: Sandbox;
  workflow: Workflow;
  branch: string;
  event?: string;
}): BadgeText {
  const { sandbox, workflow, branch, event } = options;
  const run = sandbox.state.workflowRuns
    .by('workflow', workflow.id)
    .filter(
      one =>
        one.headBranch === branch &&
        one.status === 'completed' &&
        (!event || one.event === event),
    )
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id - b.id)
    .at(-1);
  if (!run) return 'no status';
  return run.conclusion === 'success' ? 'passing' : 'failing';
}
