import type { WorkflowDefinition } from '../definition/WorkflowDefinition';
import { evaluateText } from '../template/evaluateTemplate';
import type { JsonObject, RunContexts } from '../types';
import {
  combinedResult,
  resultsContext,
  type ResolvedJob,
} from './ResolvedJob';

/** The result of a called workflow, with what its `on.workflow_call.outputs` says. */
export function calledResult(options: {
  workflow: WorkflowDefinition;
  jobs: Map<string, ResolvedJob>;
  contexts: RunContexts;
  inputs: JsonObject;
}): ResolvedJob {
  const { workflow, jobs, contexts, inputs } = options;
  const results = [...jobs.values()].flatMap(job =>
    job.state === 'completed' ? [job.result] : [],
  );
  if (results.length < jobs.size) {
    return { state: 'running' };
  }
  const scope = {
    contexts: {
      github: contexts.github,
      vars: contexts.vars,
      inputs,
      jobs: resultsContext(jobs),
    },
  };
  return {
    state: 'completed',
    result: combinedResult(results),
    outputs: Object.fromEntries(
      Object.entries(workflow.on.workflow_call?.outputs ?? {}).map(
        ([name, node]) => [name, evaluateText({ node, scope })],
      ),
    ),
  };
}
