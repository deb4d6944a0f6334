import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import type { KeyRefusal } from '@callboard/plugin-access-node';
import type { KeyStore } from './KeyStore';

const MINUTE_MS = 60_000;

/** Remembers uses until they are written, and records refusals in the audit log, at most once a minute for each key and reason. */
export interface KeyObserver {
  used(use: { id: string; at: Date }): void;
  refused(refusal: { id: string; reason: KeyRefusal }): void;
  /** Writes the uses since the last time. Those that cannot be written are kept for the next. */
  flush(): Promise<void>;
}

/** See `KeyObserver`. Nothing here holds up a request. */
export function observeKeys(options: {
  auditor: AuditorService;
  logger: LoggerService;
  store: Pick<KeyStore, 'keepUses'>;
  now(): Date;
}): KeyObserver {
  const { auditor, logger, store, now } = options;
  let uses = new Map<string, Date>();
  const audited = new Map<string, number>();

  async function audit({ id, reason }: { id: string; reason: KeyRefusal }) {
    const event = await auditor.createEvent({
      eventId: 'key-refused',
      severityLevel: 'medium',
      meta: { keyId: id, reason },
    });
    await event.fail({
      error: new AuthenticationError(`The key ${id} was refused: ${reason}`),
    });
  }

  return {
    used({ id, at }) {
      uses.set(id, at);
    },
    refused(refusal) {
      const of = `${refusal.id} ${refusal.reason}`;
      const at = now().getTime();
      if (at - (audited.get(of) ?? -Infinity) < MINUTE_MS) return;
      audited.set(of, at);
      audit(refusal).catch(error =>
        logger.warn(
          `The refusal of the key ${refusal.id} could not be recorded`,
          error,
        ),
      );
    },
    async flush() {
      const taken = uses;
      if (taken.size === 0) return;
      uses = new Map();
      try {
        await store.keepUses([...taken].map(([id, at]) => ({ id, at })));
      } catch (error) {
        uses = new Map([...taken, ...uses]);
        logger.warn('When keys were used could not be written', error as Error);
      }
    },
  };
}
