import { parseWorkflowFile } from '../definition/parseWorkflowFile';
import { checkDispatchInputs } from '../triggers/checkDispatchInputs';
import type {
  InvalidWorkflow,
  JsonObject,
  OtherFiles,
  RepositoryFiles,
  UnprocessableDispatch,
  WorkflowEvent,
  WorkflowPlan,
} from '../types';

/**
 * Plans a `workflow_dispatch`: `event.workflowPath` names the file and `event.inputs` the inputs.
 *
 * The plan's event carries the checked inputs in `payload.inputs`, as texts, as GitHub's webhook does.
 *
 * https://docs.github.com/en/rest/actions/workflows#create-a-workflow-dispatch-event
 */
export async function planDispatch(options: {
  event: WorkflowEvent;
  /** Files at the commit of the ref that the dispatch names. */
  files: RepositoryFiles;
  /** Reads workflows that jobs call in other repositories; without it, there are none. */
  otherFiles?: OtherFiles;
}): Promise<WorkflowPlan | InvalidWorkflow | UnprocessableDispatch> {
  const { event, files, otherFiles } = options;
  const path = event.workflowPath ?? '';
  const refuse = (message: string): UnprocessableDispatch => ({
    outcome: 'unprocessable',
    path,
    message,
  });
  if (!files.has(path)) {
    return refuse("Workflow does not have 'workflow_dispatch' trigger");
  }
  const parsed = await parseWorkflowFile({
    path,
    files,
    otherFiles,
    sha: event.sha,
  });
  if (parsed.outcome === 'invalid') {
    return { ...parsed, path, name: path, event };
  }
  const { workflow } = parsed;
  const trigger = workflow.on.workflow_dispatch;
  if (!trigger) {
    return refuse("Workflow does not have 'workflow_dispatch' trigger");
  }
  const checked = checkDispatchInputs({
    definitions: trigger.inputs ?? {},
    given: event.inputs ?? {},
  });
  if (checked.outcome === 'unprocessable') {
    return refuse(checked.message);
  }
  const { inputs } = checked;
  return {
    outcome: 'planned',
    path,
    name: workflow.name,
    event: { ...event, payload: { ...event.payload, inputs: texts(inputs) } },
    inputs,
    workflow,
  };
}

function texts(inputs: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, String(value)]),
  );
}
