/** Remembers which deliveries were handled, so that none is handled twice. */
export interface DeliveryLedger {
  /** Whether this delivery, or this signature under another id, was handled before. */
  isKnown(options: {
    deliveryId: string;
    /** Only where two deliveries of one event cannot be alike; see `isUnrepeatable`. */
    signature?: string;
  }): Promise<boolean>;
  /** Of deliveries that were handled; another call for the same one changes nothing. */
  record(delivery: HandledDelivery): Promise<void>;
  /** Of these ids, the ones that were not handled. */
  missing(options: { deliveryIds: string[] }): Promise<string[]>;
  /** An owner's deliveries since then that concern the mirror, not builds and such; `lastAt` is ISO 8601, of all that are kept. */
  countSince(options: {
    host: string;
    owner: string;
    since: Date;
  }): Promise<{ count: number; lastAt?: string }>;
  /** Removes what is older than `DELIVERIES_KEPT_MS`. */
  forgetOld(): Promise<void>;
}

export interface HandledDelivery {
  /** GitHub's GUID; it is the same when GitHub sends a delivery again. */
  deliveryId: string;
  signature?: string;
  host: string;
  /** Empty where the event is nobody's. */
  owner: string;
  event: string;
}

/**
 * Seven days. GitHub Enterprise Server lets people send deliveries of the past seven days again, github.com those of the past three:
 * https://docs.github.com/webhooks/testing-and-troubleshooting-webhooks/redelivering-webhooks. A push that is older cannot be told from a
 * replay any more, and is ignored.
 */
export const DELIVERIES_KEPT_MS = 7 * 24 * 60 * 60 * 1000;
