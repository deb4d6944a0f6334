import type { SandboxEvent } from '../../core/events/SandboxEvent';
import type { Sandbox } from '../../core/Sandbox';
import { createUrls } from '../../http/createUrls';
import { presentAccount } from '../../organisations/presentAccount';
import { subjectOf } from '../recipients/subjectOf';
import { builders } from './builders';
import { webhookOrganisation } from './parts/webhookOrganisation';
import { webhookRepository } from './parts/webhookRepository';
import type { PayloadParts } from './PayloadOptions';

/** Payloads that say nothing of the organisation, though they concern one. */
const WITHOUT_ORGANISATION = new Set<SandboxEvent['name']>([
  'installation',
  'installation_repositories',
]);

/**
 * The payload of an event as https://docs.github.com/webhooks/webhook-events-and-payloads has it, with addresses in the layout of an
 * Enterprise Server, as the portal is connected to one.
 */
export async function buildPayload(options: {
  sandbox: Sandbox;
  event: SandboxEvent;
}): Promise<PayloadParts> {
  const { sandbox, event } = options;
  const urls = createUrls({ baseUrl: sandbox.baseUrl, enterprise: true });
  const { account, repository } = subjectOf({ sandbox, event });
  const frame: PayloadParts = {
    ...(repository && {
      repository: webhookRepository({ sandbox, urls, repository }),
    }),
    ...(account?.kind === 'organisation' &&
      !WITHOUT_ORGANISATION.has(event.name) && {
        organization: webhookOrganisation({ urls, organisation: account }),
      }),
    sender: presentAccount({ urls, account: event.sender }),
  };
  const build = builders[event.name] as (all: {
    sandbox: Sandbox;
    urls: typeof urls;
    event: SandboxEvent;
  }) => PayloadParts | Promise<PayloadParts>;
  const parts = await build({ sandbox, urls, event });
  return { ...parts, ...frame, ...pick(parts, Object.keys(frame)) };
}

/** What a builder gives of the frame wins over it. */
function pick(parts: PayloadParts, names: string[]): PayloadParts {
  return Object.fromEntries(
    names.filter(name => name in parts).map(name => [name, parts[name]]),
  );
}
