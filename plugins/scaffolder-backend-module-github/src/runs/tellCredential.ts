import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { Serving } from '../calls/chooseServing';
import { currentRun } from '@callboard/plugin-scaffolder-backend-module-runs';

/** Says on the page of the run which credential a step speaks with, and in the log where the page does not say it. */
export async function tellCredential(options: {
  ctx: Pick<ActionContext<any, any, any>, 'logger' | 'step'>;
  /** `Publishing`. */
  verb: string;
  serving: Pick<Serving, 'credential'>;
}): Promise<void> {
  const { ctx, verb, serving } = options;
  const { credential } = serving;
  const message = `${verb} with ${credential.title}`;
  const run = currentRun();
  if (!run) {
    ctx.logger.info(message);
    return;
  }
  const stepId = ctx.step?.id ?? '';
  await run.tell({ message, stepId, credential: { stepId, ...credential } });
}
