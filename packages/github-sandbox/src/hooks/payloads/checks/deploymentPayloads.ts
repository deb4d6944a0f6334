import {
  presentDeployment,
  presentDeploymentStatus,
} from '../../../deployments/presentDeployment';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#deployment */
export function deploymentPayload(
  options: PayloadOptions<'deployment'>,
): PayloadParts {
  const { action } = options.event;
  return {
    action,
    deployment: presentDeployment({ ...options, ...options.event }),
    workflow: null,
    workflow_run: null,
  };
}

/** The newest status of the deployment. https://docs.github.com/webhooks/webhook-events-and-payloads#deployment_status */
export function deploymentStatusPayload(
  options: PayloadOptions<'deployment_status'>,
): PayloadParts {
  const { action, deployment } = options.event;
  const status = deployment.statuses.at(-1)!;
  const {
    environment_url: environmentUrl,
    log_url: logUrl,
    ...presented
  } = presentDeploymentStatus({ ...options, ...options.event, status });
  return {
    action,
    // REST writes an empty text for an address that was not given, webhooks leave it out.
    deployment_status: {
      ...presented,
      ...(environmentUrl && { environment_url: environmentUrl }),
      ...(logUrl && { log_url: logUrl }),
    },
    deployment: presentDeployment({ ...options, ...options.event }),
  };
}
