import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { Octokit } from 'octokit';
import type { ActionParts } from '../calls/ActionParts';
import { chooseServing } from '../calls/chooseServing';
import { openClient } from '../calls/openClient';
import type { RepositoryTarget } from '../calls/RepositoryTarget';
import { AskFirstError } from '../journal/AskFirstError';
import { once, type UnknownAttempt } from '../journal/once';
import { findTarget } from '../target/findTarget';

/** How an action is kept from doing its thing twice. */
export interface OnceRules {
  /** What it makes, within its repository: an action may run once for each item of a list. */
  key(input: any): string;
  /** Looks for what an earlier try may have made. The outputs of the action if it is there. Absent where GitHub cannot tell. */
  find?(options: {
    client: Octokit;
    target: RepositoryTarget;
    input: any;
    attempts: UnknownAttempt[];
  }): Promise<Record<string, unknown> | undefined>;
}

/**
 * An action of stock's that does its thing once in the life of a run. Where an earlier try may have done it, GitHub is asked first. Where GitHub
 * cannot tell, the step fails once, so that a person decides: a retry does it again.
 */
export function onceAction(options: {
  action: TemplateAction<any, any, any>;
  parts: ActionParts;
  rules: OnceRules;
}): TemplateAction<any, any, any> {
  const { action, parts, rules } = options;
  return {
    ...action,
    async handler(ctx) {
      const { input } = ctx;
      const target = findTarget({ parts, repoUrl: input.repoUrl });
      const name = `${target.owner}/${target.repo}`;
      const find = async (attempts: UnknownAttempt[]) => {
        const serving = await chooseServing({
          parts,
          target,
          ctx,
          token: input.token,
          isNew: false,
        });
        const client = await openClient({ parts, target, serving });
        return rules.find?.({ client, target, input, attempts });
      };
      const outputs = await once<Record<string, unknown>>({
        ctx,
        key: `${action.id}:${name}:${rules.key(input)}`,
        async run({ unknown }) {
          const found = unknown.length > 0 ? await find(unknown) : undefined;
          if (found) {
            ctx.logger.info(`Done already for ${name}, by this run`);
            return found;
          }
          const made: Record<string, unknown> = {};
          const mustAsk = unknown.length > 0 && !rules.find;
          await action.handler({
            ...ctx,
            // Not reached where stock has kept that it was done.
            checkpoint: part =>
              ctx.checkpoint({
                ...part,
                fn: async () => {
                  if (mustAsk) throw askFirst(action.id, name);
                  return part.fn();
                },
              }),
            output: (key: any, value: any) => {
              made[key] = value;
            },
          });
          return made;
        },
      });
      for (const [key, value] of Object.entries(outputs)) {
        ctx.output(key as any, value as any);
      }
    },
  };
}

function askFirst(id: string, name: string) {
  return new AskFirstError(
    `${id} was interrupted, and may have been done for ${name} already, which GitHub cannot tell. Look there first; a retry does it again`,
  );
}
