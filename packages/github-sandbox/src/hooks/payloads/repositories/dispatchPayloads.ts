import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#repository_dispatch */
export function repositoryDispatchPayload(
  options: PayloadOptions<'repository_dispatch'>,
): PayloadParts {
  const { action, repository, clientPayload } = options.event;
  return {
    action,
    branch: repository.defaultBranch,
    client_payload: clientPayload ?? {},
  };
}

/** https://docs.github.com/webhooks/webhook-events-and-payloads#workflow_dispatch */
export function workflowDispatchPayload(
  options: PayloadOptions<'workflow_dispatch'>,
): PayloadParts {
  const { ref, workflow, inputs } = options.event;
  return { ref, workflow, inputs };
}
