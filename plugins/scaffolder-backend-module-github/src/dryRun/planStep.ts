import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import { planCall } from '@callboard/plugin-scaffolder-backend-module-runs';
import type { ActionParts } from '../calls/ActionParts';
import { findTarget } from '../target/findTarget';
import { publishPlanners } from './planPublishing';
import { settingPlanners } from './planSettings';
import { toPlannedCall } from './toPlannedCall';

const planners = { ...settingPlanners, ...publishPlanners };

/** Tells what a step would ask of GitHub, and yields what it would yield, with the real names. Asks nobody. */
export async function planStep(options: {
  /** Of the action. */
  id: string;
  ctx: ActionContext<any, any, any>;
  parts: ActionParts;
}): Promise<void> {
  const { id, ctx, parts } = options;
  const { input } = ctx;
  const target = findTarget({ parts, repoUrl: input.repoUrl });
  const { calls, outputs } = await planners[id]({ ctx, target, input });
  const stepId = ctx.step?.id ?? '';
  for (const call of calls) {
    const planned = toPlannedCall({ call, target, stepId });
    planCall(planned);
    ctx.logger.info(`Would ask for ${planned.method} ${planned.url}`);
  }
  for (const [name, value] of Object.entries(outputs)) ctx.output(name, value);
}
