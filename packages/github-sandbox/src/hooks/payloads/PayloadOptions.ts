import type { SandboxEvent } from '../../core/events/SandboxEvent';
import type { Sandbox } from '../../core/Sandbox';
import type { Urls } from '../../http/createUrls';

/** What the builder of one event's payload gets. */
export interface PayloadOptions<Name extends SandboxEvent['name']> {
  sandbox: Sandbox;
  urls: Urls;
  event: SandboxEvent & { name: Name };
}

/** What is particular to an event. Repository, organisation and sender are added by `buildPayload` where it does not give them. */
export type PayloadParts = Record<string, unknown>;
