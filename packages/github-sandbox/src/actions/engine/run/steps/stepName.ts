import type { StepDefinition } from '../../definition/WorkflowDefinition';
import { evaluateText } from '../../template/evaluateTemplate';
import type { ExpressionScope } from '../../template/ExpressionScope';
import { TemplateError } from '../../template/TemplateError';
import type { TemplateNode } from '../../template/TemplateNode';

/** The name that GitHub shows for a step: its own, or `Run` and what it runs. */
export function stepName(options: {
  step: StepDefinition;
  scope: ExpressionScope;
}): string {
  const { step, scope } = options;
  const name = text(step.name, scope).trim();
  if (name !== '') {
    return name;
  }
  if (step.uses !== undefined) {
    return `Run ${step.uses}`;
  }
  const script = text(step.run, scope);
  const first = script.split(/\r?\n/).find(line => line.trim() !== '');
  return `Run ${first?.trim() ?? ''}`;
}

function text(node: TemplateNode | undefined, scope: ExpressionScope): string {
  try {
    return evaluateText({ node, scope });
  } catch (error) {
    if (error instanceof TemplateError && node?.kind === 'expression') {
      return node.source ?? node.expression;
    }
    throw error;
  }
}
