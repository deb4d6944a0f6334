import { evaluateTemplate } from './evaluateTemplate';
import type { ExpressionScope } from './ExpressionScope';
import type { TemplateNode } from './TemplateNode';

/** `concurrency`, evaluated. */
export interface Concurrency {
  group: string;
  cancelInProgress: boolean;
}

/**
 * Evaluates a `concurrency`, which is a group's name or a mapping. Throws a `TemplateError` if an expression fails.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#concurrency
 */
export function evaluateConcurrency(options: {
  node: TemplateNode | undefined;
  scope: ExpressionScope;
}): Concurrency | undefined {
  const value = evaluateTemplate(options);
  if (value === null) {
    return undefined;
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { group: String(value), cancelInProgress: false };
  }
  const cancel = value['cancel-in-progress'];
  return {
    group: String(value.group ?? ''),
    cancelInProgress: cancel === true || cancel === 'true',
  };
}
