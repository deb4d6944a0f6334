import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { ActionParts } from '../calls/ActionParts';
import { chooseServing } from '../calls/chooseServing';
import { openClient } from '../calls/openClient';
import { tellCredential } from '../runs/tellCredential';
import { findTarget } from '../target/findTarget';
import type { PublishContext } from './PublishContext';

/** Opens what publishing works with, for the repository that the input of a step names, and says on the page of the run as whom. */
export async function withRepository(options: {
  parts: ActionParts;
  ctx: ActionContext<any, any, any>;
  /** Whether the step makes the repository. */
  isNew: boolean;
}): Promise<PublishContext> {
  const { parts, ctx, isNew } = options;
  const { repoUrl, token } = ctx.input;
  const target = findTarget({ parts, repoUrl });
  const serving = await chooseServing({ parts, target, ctx, token, isNew });
  await tellCredential({ ctx, verb: 'Publishing', serving });
  const client = await openClient({ parts, target, serving });
  return { ctx, parts, target, serving, client };
}
