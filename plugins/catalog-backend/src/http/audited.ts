import type {
  AuditorService,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';

/**
 * Does something under an auditor event. `work` reports its success, with what there is to say about it; when it rejects, the event
 * has failed.
 */
export async function audited(options: {
  auditor: AuditorService;
  request: Request;
  eventId: string;
  severityLevel?: AuditorServiceEventSeverityLevel;
  meta?: JsonObject;
  /** What to say about a failure, besides the error. */
  failureMeta?: JsonObject;
  work(succeeded: (meta?: object) => Promise<void>): Promise<void>;
}): Promise<void> {
  const { auditor, failureMeta, work, ...event } = options;
  const audit = await auditor.createEvent(event);
  let isSuccess = false;
  try {
    await work(async meta => {
      isSuccess = true;
      await audit.success(meta && { meta: meta as JsonObject });
    });
  } catch (error) {
    // What fails after it was reported as done, fails in the sending.
    if (!isSuccess)
      await audit.fail({
        error: error as Error,
        ...(failureMeta && { meta: failureMeta }),
      });
    throw error;
  }
}
