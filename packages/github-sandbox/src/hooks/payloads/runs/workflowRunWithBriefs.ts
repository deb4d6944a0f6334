import type { presentRun } from '../../../actions/present/presentRun';
import { workflowRunPayload } from '../../../actions/present/runPayloads';
import { repositoryLite } from '../parts/repositoryLite';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** The repositories within the run are brief ones, other than in REST. */
export async function workflowRunWithBriefs(
  options: PayloadOptions<'workflow_run'>,
): Promise<PayloadParts> {
  const payload = await workflowRunPayload(options);
  const run = payload.workflow_run as Awaited<ReturnType<typeof presentRun>>;
  return {
    ...payload,
    workflow_run: {
      ...run,
      repository: repositoryLite(run.repository),
      head_repository: repositoryLite(run.head_repository),
    },
  };
}
