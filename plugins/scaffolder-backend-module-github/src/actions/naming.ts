import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ActionParts } from '../calls/ActionParts';
import { chooseServing } from '../calls/chooseServing';
import { tellCredential } from '../runs/tellCredential';
import { findTarget } from '../target/findTarget';

/** An action that says on the page of the run which credential it speaks with. */
export function naming(options: {
  action: TemplateAction<any, any, any>;
  parts: ActionParts;
}): TemplateAction<any, any, any> {
  const { action, parts } = options;
  return {
    ...action,
    async handler(ctx) {
      const { repoUrl, token } = ctx.input;
      const serving = await chooseServing({
        parts,
        target: findTarget({ parts, repoUrl }),
        ctx,
        token,
        isNew: false,
      });
      await tellCredential({ ctx, verb: 'Asking GitHub', serving });
      return action.handler(ctx);
    },
  };
}
