import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ActionParts } from '../calls/ActionParts';
import { planStep } from '../dryRun/planStep';
import { assertTarget } from '../target/assertTarget';

/** An action that refuses crafted targets before it does anything, and in a dry run tells what it would do instead of doing it. */
export function guarded(options: {
  action: TemplateAction<any, any, any>;
  parts: ActionParts;
}): TemplateAction<any, any, any> {
  const { action, parts } = options;
  return {
    ...action,
    supportsDryRun: true,
    async handler(ctx) {
      assertTarget(ctx.input);
      if (ctx.isDryRun) return planStep({ id: action.id, ctx, parts });
      return action.handler(ctx);
    },
  };
}
