import { nodeId } from '../../core/nodeId';
import type { Recipient } from '../recipients/Recipient';

/** The payload as one recipient gets it: Apps are told through which installation they hear of it. */
export function payloadFor(options: {
  payload: Record<string, unknown>;
  recipient: Recipient;
}): Record<string, unknown> {
  const { payload, recipient } = options;
  const { installation } = recipient;
  if (!installation || payload.installation) return payload;
  return {
    ...payload,
    installation: {
      id: installation.id,
      node_id: nodeId({
        type: 'IntegrationInstallation',
        id: installation.id,
      }),
    },
  };
}
