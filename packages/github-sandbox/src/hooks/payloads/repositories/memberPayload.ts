import { presentAccount } from '../../../organisations/presentAccount';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** What GitHub's webhooks call the permissions of a collaborator. */
const WORDS: Record<string, string> = { pull: 'read', push: 'write' };

/** https://docs.github.com/webhooks/webhook-events-and-payloads#member */
export function memberPayload(options: PayloadOptions<'member'>): PayloadParts {
  const { urls, event } = options;
  const { action, member, repository } = event;
  const permission = repository.collaborators.find(
    ({ userId }) => userId === member.id,
  )?.permission;
  const to = permission && (WORDS[permission] ?? permission);
  return {
    action,
    member: presentAccount({ urls, account: member }),
    ...(action !== 'removed' && to && { changes: { permission: { to } } }),
  };
}
