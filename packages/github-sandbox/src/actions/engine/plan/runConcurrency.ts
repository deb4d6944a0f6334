import {
  evaluateConcurrency,
  type Concurrency,
} from '../template/evaluateConcurrency';
import type { RunContexts, WorkflowPlan } from '../types';

/**
 * The workflow's `concurrency`, evaluated; undefined if it has none. Throws a `TemplateError` if an expression in it
 * fails, which on GitHub fails the run.
 */
export function runConcurrency(options: {
  plan: WorkflowPlan;
  contexts: RunContexts;
}): Concurrency | undefined {
  const { plan, contexts } = options;
  return evaluateConcurrency({
    node: plan.workflow.concurrency,
    scope: {
      contexts: {
        github: contexts.github,
        vars: contexts.vars,
        inputs: plan.inputs,
      },
    },
  });
}
