import {
  createGithubRepoCreateAction,
  createGithubRepoPushAction,
  createPublishGithubAction,
} from '@backstage/plugin-scaffolder-backend-module-github';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ActionParts } from '../calls/ActionParts';
import { createRepository } from './createRepository';
import { pushRepository } from './pushRepository';
import { DEFAULT_BRANCH } from './PushInput';
import { runSteps } from './runSteps';
import { accessSteps } from './steps/accessSteps';
import { protectionSteps } from './steps/protectionSteps';
import { settingSteps } from './steps/settingSteps';
import { withRepository } from './withRepository';

/**
 * The three actions that publish, with stock's ids, schemas, examples and outputs, and handlers of ours: each call to GitHub is kept as done by
 * itself, so that a run whose process was killed goes on where it was, and makes nothing twice.
 */
export function publishActions(
  parts: ActionParts,
): TemplateAction<any, any, any>[] {
  const { integrations, config } = parts;
  const like = (
    stock: TemplateAction<any, any, any>,
    handler: TemplateAction<any, any, any>['handler'],
  ): TemplateAction<any, any, any> => ({ ...stock, handler });

  return [
    like(createPublishGithubAction({ integrations, config }), async ctx => {
      const publishing = await withRepository({ parts, ctx, isNew: true });
      const { target } = publishing;
      const { input } = ctx;
      const made = await createRepository({ ...publishing, input });
      const options = { target, input };
      await runSteps({
        ...publishing,
        steps: [...accessSteps(options), ...settingSteps(options)],
      });
      const { commitHash } = await pushRepository({
        ...publishing,
        input,
        cloneUrl: made.cloneUrl,
      });
      await runSteps({ ...publishing, steps: protectionSteps(options) });
      ctx.output('commitHash', commitHash);
      ctx.output('remoteUrl', made.cloneUrl);
      ctx.output('repoContentsUrl', contentsUrl(made.htmlUrl, input));
    }),
    like(createGithubRepoCreateAction({ integrations }), async ctx => {
      const publishing = await withRepository({ parts, ctx, isNew: true });
      const options = { target: publishing.target, input: ctx.input };
      const made = await createRepository({ ...publishing, input: ctx.input });
      await runSteps({
        ...publishing,
        steps: [...accessSteps(options), ...settingSteps(options)],
      });
      ctx.output('remoteUrl', made.cloneUrl);
    }),
    like(createGithubRepoPushAction({ integrations, config }), async ctx => {
      const publishing = await withRepository({ parts, ctx, isNew: false });
      const { target, client } = publishing;
      const { input } = ctx;
      const { owner, repo } = target;
      const { data } = await client.rest.repos.get({ owner, repo });
      const { commitHash } = await pushRepository({
        ...publishing,
        input,
        cloneUrl: data.clone_url,
      });
      await runSteps({
        ...publishing,
        steps: protectionSteps({ target, input }),
      });
      ctx.output('remoteUrl', data.clone_url);
      ctx.output('repoContentsUrl', contentsUrl(data.html_url, input));
      ctx.output('commitHash', commitHash);
    }),
  ];
}

function contentsUrl(
  htmlUrl: string,
  input: { defaultBranch?: string },
): string {
  return `${htmlUrl}/blob/${input.defaultBranch ?? DEFAULT_BRANCH}`;
}
