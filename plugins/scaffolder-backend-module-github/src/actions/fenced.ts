import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { currentRun } from '@callboard/plugin-scaffolder-backend-module-runs';

/**
 * An action that begins nothing once another process has taken the run over: neither itself, nor a part of it that is kept as done. Parts that
 * are done already do not ask.
 */
export function fenced(
  action: TemplateAction<any, any, any>,
): TemplateAction<any, any, any> {
  return {
    ...action,
    async handler(ctx) {
      const run = currentRun();
      if (!run || ctx.isDryRun) return action.handler(ctx);
      await run.assertMine();
      return action.handler({
        ...ctx,
        checkpoint: options =>
          ctx.checkpoint({
            ...options,
            fn: async () => {
              await run.assertMine();
              return options.fn();
            },
          }),
      });
    },
  };
}
