import { isBasicExpression } from '@actions/workflow-parser';
import { ensureStatusFunction } from '@actions/workflow-parser/model/converter/if-condition';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';

/**
 * Reads an `if:`. The result always calls a status function: without one, GitHub puts `success() &&` before it.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#status-check-functions
 */
export function readCondition(token: TemplateToken | undefined): string {
  if (!token) {
    return 'success()';
  }
  const condition = isBasicExpression(token)
    ? token.expression
    : token.toString().trim();
  return condition === ''
    ? 'success()'
    : ensureStatusFunction(condition, token.definitionInfo);
}
