import { randomUUID } from 'node:crypto';
import type { Sandbox } from '../../core/Sandbox';
import { buildPayload } from '../payloads/buildPayload';
import { payloadAs } from '../payloads/payloadAs';
import { payloadNames } from '../payloads/payloadNames';
import { findRecipients } from '../recipients/findRecipients';
import { subjectOf } from '../recipients/subjectOf';
import { payloadFor } from './payloadFor';
import { send } from './send';

/**
 * Sends every event to all that hear of it. Who that is, is found out when the event happens: a repository that is deleted takes its hooks
 * with it. Deliveries are begun in the order of the events and none waits for another, so they may arrive in another order, as
 * GitHub's do.
 */
export function dispatchEvents(options: { sandbox: Sandbox }): void {
  const { sandbox } = options;
  let turn: Promise<unknown> = Promise.resolve();

  sandbox.events.on(event => {
    const wanted = payloadNames(event)
      .map(name => ({
        name,
        recipients: findRecipients({ sandbox, event, name }),
      }))
      .filter(({ recipients }) => recipients.length > 0);
    if (wanted.length === 0) return undefined;

    const { repository } = subjectOf({ sandbox, event });
    const payload = buildPayload({ sandbox, event });
    // Its turn, where it is waited for, may come after it has failed.
    payload.catch(() => undefined);
    const begun = turn.then(async () => {
      const built = await payload;
      for (const { name, recipients } of wanted) {
        for (const recipient of recipients) {
          send({
            sandbox,
            recipient,
            event: name,
            payload: payloadFor({
              payload: payloadAs({ name, payload: built }),
              recipient,
            }),
            guid: randomUUID(),
            repositoryId: repository?.id ?? null,
          });
        }
      }
    });
    // One that could not be built does not stop those after it.
    turn = begun.catch(() => undefined);
    return begun;
  });
}
