import type {
  PayloadOptions,
  PayloadParts,
} from '../../hooks/payloads/PayloadOptions';
import { presentJob } from './presentJob';
import { presentRun } from './presentRun';
import { presentWorkflow } from './presentWorkflow';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#workflow_run */
export async function workflowRunPayload(
  options: PayloadOptions<'workflow_run'>,
): Promise<PayloadParts> {
  const { sandbox, event } = options;
  const { action, repository, run } = event;
  const workflow = sandbox.state.workflows.get(run.workflowId);
  return {
    action,
    workflow: workflow
      ? presentWorkflow({ ...options, repository, workflow })
      : null,
    workflow_run: await presentRun({ ...options, repository, run }),
  };
}

/** https://docs.github.com/webhooks/webhook-events-and-payloads#workflow_job */
export function workflowJobPayload(
  options: PayloadOptions<'workflow_job'>,
): PayloadParts {
  const { action, repository, job } = options.event;
  return {
    action,
    workflow_job: presentJob({ ...options, repository, job }),
  };
}
