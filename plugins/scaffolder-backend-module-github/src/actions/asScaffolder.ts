import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { runInScope } from '@callboard/plugin-github-node';

/** A template that has begun rather waits for the budget than ends halfway. */
const PATIENCE_MS = 120_000;

/** An action that asks GitHub on behalf of the scaffolder and of the person who runs the template, and as somebody who waits. */
export function asScaffolder(
  action: TemplateAction<any, any, any>,
): TemplateAction<any, any, any> {
  return {
    ...action,
    handler: context =>
      runInScope(
        {
          pluginId: 'scaffolder',
          person: context.user?.ref,
          priority: 'person',
          patienceMs: PATIENCE_MS,
        },
        () => action.handler(context),
      ),
  };
}
