import type { Hono } from 'hono';
import { canSee } from '../access';
import { findRepository } from '../core/names/findRepository';
import type { Sandbox } from '../core/Sandbox';
import { admit } from '../http/admit';
import type { Env } from '../http/Env';
import { findIssue } from '../issues/findIssue';
import { patchTextOf } from './patchTextOf';
import { isPullRequest } from './PullRequest';
import { pullsUpToDate } from './sync/syncQueue';

/** The addresses in `diff_url` and `patch_url`: `/acme/shop/pull/1.diff`. Hidden repositories need a token, as for raw files. */
export function mountPatches(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app, sandbox } = options;
  app.get('/:owner/:repo/pull/:file{\\d+\\.(?:diff|patch)}', async context => {
    const admission = await admit({ sandbox, context, resource: undefined });
    if (admission.outcome === 'refused') return admission.response;
    const { viewer } = admission;
    const { owner, repo, file } = context.req.param();
    const [number, format] = file.split('.');
    const found = findRepository({ sandbox, owner, name: repo });
    await pullsUpToDate(sandbox);
    const issue =
      found.outcome !== 'missing' &&
      canSee({ sandbox, viewer, repository: found.repository })
        ? findIssue({ sandbox, repository: found.repository, number })
        : undefined;
    if (found.outcome === 'missing' || !isPullRequest(issue)) {
      return context.text('Not Found', 404);
    }
    return context.text(
      await patchTextOf({
        sandbox,
        repository: found.repository,
        issue,
        format: format === 'diff' ? 'diff' : 'patch',
      }),
    );
  });
}
