import { evaluateText } from '../template/evaluateTemplate';
import { TemplateError } from '../template/TemplateError';
import type { JsonValue, RunContexts, WorkflowPlan } from '../types';

/**
 * A run's `display_title`: `run-name`, or what GitHub shows for the event.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#run-name
 */
export function runTitle(options: {
  plan: WorkflowPlan;
  contexts: RunContexts;
}): string {
  const { plan, contexts } = options;
  return writtenTitle(plan, contexts) || titleOfEvent(plan);
}

function writtenTitle(plan: WorkflowPlan, contexts: RunContexts): string {
  try {
    return evaluateText({
      node: plan.workflow.runName,
      scope: {
        contexts: {
          github: contexts.github,
          vars: contexts.vars,
          inputs: plan.inputs,
        },
      },
    }).trim();
  } catch (error) {
    if (error instanceof TemplateError) {
      return '';
    }
    throw error;
  }
}

function titleOfEvent(plan: WorkflowPlan): string {
  const { event, name } = plan;
  const { payload } = event;
  switch (event.name) {
    case 'push':
      return (
        firstLine(event.message ?? textAt(payload.head_commit, 'message')) ||
        name
      );
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return textAt(payload.pull_request, 'title') || name;
    case 'issues':
    case 'issue_comment':
      return textAt(payload.issue, 'title') || name;
    case 'release':
      return (
        textAt(payload.release, 'name') ||
        textAt(payload.release, 'tag_name') ||
        name
      );
    case 'repository_dispatch':
      return event.action || name;
    default:
      return name;
  }
}

function textAt(value: JsonValue | undefined, key: string): string {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return '';
  }
  const found = value[key];
  return typeof found === 'string' ? found : '';
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0].trim();
}
