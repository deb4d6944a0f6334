import { createPublishGithubPullRequestAction } from '@backstage/plugin-scaffolder-backend-module-github';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createPullRequest } from 'octokit-plugin-create-pull-request';
import type { ActionParts } from '../calls/ActionParts';
import { chooseServing } from '../calls/chooseServing';
import { openClient } from '../calls/openClient';
import { once } from '../journal/once';
import { assertPlainFiles } from '../target/assertPlainFiles';
import { findTarget } from '../target/findTarget';
import { getRepoSourceDirectory } from '@backstage/plugin-scaffolder-node';
import { isOfAttempt } from './isOfAttempt';

type PullRequest = { base: { ref: string }; html_url: string; number: number };

/**
 * Stock's `publish:github:pull-request` with a client of ours, which opens a pull request once in the life of a run: where an earlier try may
 * have opened it, it is looked for first.
 */
export function pullRequestAction(
  parts: ActionParts,
): TemplateAction<any, any, any> {
  const { integrations, config, requireScmUserCredentials } = parts;
  const common = { integrations, config, requireScmUserCredentials };
  const stock: TemplateAction<any, any, any> =
    createPublishGithubPullRequestAction(common);
  return {
    ...stock,
    async handler(ctx) {
      const { repoUrl, token, sourcePath } = ctx.input;
      await assertPlainFiles({
        dir: getRepoSourceDirectory(ctx.workspacePath, sourcePath),
      });
      const clientFactory = async () => {
        const target = findTarget({ parts, repoUrl });
        const serving = await chooseServing({
          parts,
          target,
          ctx,
          token,
          isNew: false,
        });
        const client = await openClient({ parts, target, serving });
        return Object.assign(client, {
          createPullRequest: (options: any) =>
            openOnce({ ctx, client, options }),
        }) as any;
      };
      const action = createPublishGithubPullRequestAction({
        ...common,
        clientFactory,
      });
      await action.handler(ctx as any);
    },
  };
}

async function openOnce(parts: {
  ctx: any;
  client: any;
  options: any;
}): Promise<{ data: PullRequest } | null> {
  const { ctx, client, options } = parts;
  const { owner, repo, head, title } = options;
  const { pull } = await once<{ pull: PullRequest | null }>({
    ctx,
    key: `pull.create:${owner}/${repo}:${head}`,
    async run({ unknown }) {
      if (unknown.length > 0) {
        const { data } = await client.rest.pulls.list({
          owner,
          repo,
          state: 'open',
          per_page: 100,
        });
        const found = data.find(
          (one: any) =>
            one.head.ref === head &&
            one.title === title &&
            isOfAttempt({ createdAt: one.created_at, attempts: unknown }),
        );
        if (found) return { pull: shortened(found) };
      }
      const plugin = createPullRequest(client);
      const answer = await plugin.createPullRequest(options);
      return { pull: answer ? shortened(answer.data) : null };
    },
  });
  return pull && { data: pull };
}

/** What is needed of it later. */
function shortened({ base, html_url, number }: any): PullRequest {
  return { base: { ref: base.ref }, html_url, number };
}
