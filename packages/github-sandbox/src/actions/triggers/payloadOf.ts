import type { SandboxEvent } from '../../core/events/SandboxEvent';
import type { Sandbox } from '../../core/Sandbox';
import { buildPayload } from '../../hooks/payloads/buildPayload';
import { builders } from '../../hooks/payloads/builders';
import type { JsonObject } from '../engine';

/** The payload of an event as `github.event` has it: that of the webhook. */
export async function payloadOf(options: {
  sandbox: Sandbox;
  event: SandboxEvent;
}): Promise<JsonObject> {
  if (!builders[options.event.name]) return {};
  // Plain JSON, without what is undefined.
  return JSON.parse(JSON.stringify(await buildPayload(options)));
}
