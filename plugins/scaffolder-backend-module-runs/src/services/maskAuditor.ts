import type {
  AuditorService,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import type { Mask } from '../mask/createMask';

/** An auditor that records what the given one records, with the secrets of whatever runs at the moment masked. */
export function maskAuditor(options: {
  auditor: AuditorService;
  mask: Mask;
}): AuditorService {
  const { auditor, mask } = options;
  return {
    async createEvent(event) {
      const { meta, ...rest } = event;
      const created = await auditor.createEvent({
        ...rest,
        ...(meta && { meta: mask.deep(meta) }),
      });
      return maskEvent({ event: created, mask });
    },
  };
}

function maskEvent(options: {
  event: AuditorServiceEvent;
  mask: Mask;
}): AuditorServiceEvent {
  const { event, mask } = options;
  return {
    success: given => event.success(given && mask.deep(given)),
    fail: given => event.fail(mask.deep(given)),
  };
}
