import { setTimeout as sleep } from 'node:timers/promises';
import { toError } from '@backstage/errors';
import type { GithubCall } from '../calls/GithubCall';
import { keyOf, type PublishContext } from './PublishContext';
import type { PublishStep } from './PublishStep';
import { sealSecret } from './sealSecret';

/** A branch that was just pushed may not be known everywhere yet; as long as stock waits for it. */
const BRANCH_APPEARS_MS = 600;

/** Does what is not done yet, one after the other, each kept as done by itself. */
export async function runSteps(
  options: PublishContext & { steps: PublishStep[] },
): Promise<void> {
  const { ctx, client, target, steps } = options;
  const send = ({ route, parameters }: GithubCall) =>
    client.request(route, parameters);
  let key: Promise<{ key: string; key_id: string }> | undefined;
  const publicKey = async () => {
    const { data } = await client.rest.actions.getRepoPublicKey({
      owner: target.owner,
      repo: target.repo,
    });
    return data;
  };

  const make = async ({ call, seal, whenThere }: PublishStep) => {
    if (seal !== undefined) {
      key ??= publicKey();
      const { key: recipient, key_id } = await key;
      const encrypted_value = await sealSecret({
        value: seal,
        publicKey: recipient,
      });
      const parameters = { ...call.parameters, encrypted_value, key_id };
      return send({ ...call, parameters });
    }
    try {
      return await send(call);
    } catch (error) {
      if (whenThere && statusOf(error) === 409) return send(whenThere);
      if (!toError(error).message.includes('Branch not found')) throw error;
      await sleep(BRANCH_APPEARS_MS);
      return send(call);
    }
  };

  for (const step of steps) {
    try {
      await ctx.checkpoint({
        key: keyOf(target, step.key),
        fn: async () => {
          await make(step);
          return { done: true };
        },
      });
    } catch (error) {
      if (!step.skip || statusOf(error) === undefined) throw error;
      ctx.logger.warn(step.skip(toError(error).message));
    }
  }
}

function statusOf(error: unknown): number | undefined {
  return (error as { status?: number } | undefined)?.status;
}
