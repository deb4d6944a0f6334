import { evaluateTextMap } from '../../template/evaluateTemplate';
import type { ExpressionScope } from '../../template/ExpressionScope';
import type { TemplateNode } from '../../template/TemplateNode';
import type { JobState } from '../job/JobState';
import type { StepFrame } from './StepFrame';

/**
 * What `defaults.run` of the job or else of the workflow says; empty if neither does. Composite actions have none.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#defaultsrun
 */
export function runDefault(options: {
  state: JobState;
  frame: StepFrame;
  scope: ExpressionScope;
  key: 'shell' | 'working-directory';
}): string {
  const { state, frame, scope, key } = options;
  if (frame.depth > 0) {
    return '';
  }
  const { definition, workflow } = state.found;
  const value = (defaults: TemplateNode | undefined) =>
    evaluateTextMap({ node: entry(defaults, 'run'), scope })[key];
  return value(definition.defaults) || value(workflow.defaults) || '';
}

function entry(
  node: TemplateNode | undefined,
  name: string,
): TemplateNode | undefined {
  return node?.kind === 'mapping'
    ? node.entries.find(
        ({ key }) => key.kind === 'literal' && key.value === name,
      )?.value
    : undefined;
}
