import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogScmEventsService } from '@backstage/plugin-catalog-node/alpha';
import type { CatalogLink } from '../catalog/CatalogLink';
import type { GithubSettings } from '../config/GithubSettings';
import type { PeopleEvent } from '../people/events/PeopleEvent';
import type { MirrorView } from '../store/MirrorView';
import type { GithubMirror } from '../sync/GithubMirror';
import { atArrival } from './atArrival';
import type { DeliveryLedger } from './DeliveryLedger';
import {
  type HandledEvent,
  isMirrorEvent,
  isUnrepeatable,
} from './handledEvents';
import { ownerOfPayload } from './payloads/ownerOfPayload';
import { webUrlOfPayload } from './payloads/webUrlOfPayload';
import { carryOut } from './reactions/carryOut';
import type { Reaction, WikiEvent } from './reactions/Reaction';
import { reactionsTo } from './reactions/reactionsTo';

export interface EventHandlerOptions {
  mirror: Pick<GithubMirror, 'hint' | 'reconcile'>;
  view: Pick<MirrorView, 'repositoryAt'>;
  settings: GithubSettings;
  link: Pick<CatalogLink, 'connectionOf'>;
  ledger: DeliveryLedger;
  scmEvents?: Pick<CatalogScmEventsService, 'publish'>;
  /** The host of a web address, as the configuration spells it. */
  hostOf: (url: string) => string | undefined;
  /** What is remembered of an App is outdated: the next to want it asks GitHub. Without `appId` of all Apps of the host. */
  forgetApp?: (which: { host: string; appId?: number }) => void;
  onPeopleEvent?: (event: PeopleEvent) => Promise<void>;
  onWikiEvent?: (event: WikiEvent) => Promise<void>;
  /** Hears of every event. */
  onActivityEvent?: (event: ActivityEvent) => Promise<void>;
  logger: LoggerService;
  now?: () => Date;
  /** How long a catalog that has not started yet is waited for, in milliseconds. @defaultValue 5000 */
  patienceMs?: number;
}

export interface GithubEvent {
  event: HandledEvent;
  payload: unknown;
  deliveryId?: string;
  signature?: string;
}

/** An event of a configured host. */
export interface ActivityEvent {
  event: HandledEvent;
  payload: unknown;
  host: string;
}

export type Handled = 'handled' | 'known' | 'unknown-host' | 'unreadable';

/**
 * Handles one event, and resolves once what it asks for is safe. Only then is the delivery recorded, so that one that failed here may come
 * again. Throws where the database or the catalog fails.
 */
export function createEventHandler(
  options: EventHandlerOptions,
): (event: GithubEvent) => Promise<Handled> {
  const { settings, ledger, hostOf, logger } = options;

  return async ({ event, payload, deliveryId, signature: given }) => {
    const signature = isUnrepeatable(event) ? given : undefined;
    if (deliveryId && (await ledger.isKnown({ deliveryId, signature }))) {
      return 'known';
    }
    const url = webUrlOfPayload(payload);
    const host = url && hostOf(url);
    if (!host) {
      logger.debug(
        `An event ${event} is of a GitHub that is not configured: ${url}`,
      );
      return 'unknown-host';
    }
    await options.onActivityEvent?.({ event, payload, host });
    if (!isMirrorEvent(event)) {
      if (deliveryId) {
        const owner = ownerOfPayload(payload) ?? '';
        await ledger.record({ deliveryId, signature, host, owner, event });
      }
      return 'handled';
    }
    const read = reactionsTo({ event, payload, host, settings });
    if (read.outcome === 'unreadable') {
      // Sent again it would be as it is; and the next run finds what has changed.
      logger.warn(
        `An event ${event} of ${host} has not the form that GitHub documents: ${read.problem}`,
      );
    } else {
      const arrivedAt = options.now?.();
      const reactions = arrivedAt
        ? read.reactions.map(each => exactly(each, arrivedAt))
        : read.reactions;
      await carryOut({ ...options, reactions });
    }
    if (deliveryId) {
      const owner = read.outcome === 'understood' ? read.owner : '';
      await ledger.record({ deliveryId, signature, host, owner, event });
    }
    return read.outcome === 'understood' ? 'handled' : 'unreadable';
  };
}

function exactly(reaction: Reaction, arrivedAt: Date): Reaction {
  if (reaction.kind !== 'hint' || !reaction.hint.happenedAt) return reaction;
  const { hint } = reaction;
  const happenedAt = atArrival({ happenedAt: hint.happenedAt!, arrivedAt });
  return { ...reaction, hint: { ...hint, happenedAt } };
}
