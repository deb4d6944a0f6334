import type { AuditorService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';

const EVERY_MS = 10_000;

export interface Refusal {
  reason: string;
  /** What the request says of itself; cut short, since anybody can send it. */
  event?: unknown;
  deliveryId?: unknown;
}

/**
 * Writes refused deliveries to the audit log, each reason at most once in ten seconds with the number of those in between: whoever sends
 * many must not fill the log.
 */
export function reportRefusals(options: {
  auditor: AuditorService;
  now: () => Date;
}): (refusal: Refusal) => Promise<void> {
  const { auditor, now } = options;
  const reported = new Map<string, { at: number; unreported: number }>();

  return async ({ reason, event, deliveryId }) => {
    const at = now().getTime();
    const last = reported.get(reason);
    if (last && at - last.at < EVERY_MS) {
      last.unreported += 1;
      return;
    }
    reported.set(reason, { at, unreported: 0 });
    const record = await auditor.createEvent({
      eventId: 'github-webhook',
      severityLevel: 'medium',
      meta: {
        event: short(event),
        deliveryId: short(deliveryId),
        ...(last?.unreported && { unreportedBefore: last.unreported }),
      },
    });
    const error = new NotAllowedError(`A webhook was refused: ${reason}`);
    error.stack = undefined;
    await record.fail({ error });
  };
}

function short(value: unknown): string | null {
  return typeof value === 'string'
    ? value.slice(0, 100).replace(/[^\w.:-]/g, '?')
    : null;
}
