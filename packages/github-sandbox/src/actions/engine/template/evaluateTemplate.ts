import type { JsonObject, JsonValue } from '../types';
import { evaluateExpression } from './evaluateExpression';
import type { ExpressionScope } from './ExpressionScope';
import { TemplateError } from './TemplateError';
import type { TemplateNode } from './TemplateNode';

interface EvaluateOptions {
  node: TemplateNode | undefined;
  scope: ExpressionScope;
}

/** The value of a template. Throws a `TemplateError` if an expression in it fails. */
export function evaluateTemplate(options: EvaluateOptions): JsonValue {
  const { node, scope } = options;
  switch (node?.kind) {
    case 'expression':
      return evaluateExpression({ expression: node.expression, scope }).value;
    case 'sequence':
      return node.items.map(item => evaluateTemplate({ node: item, scope }));
    case 'mapping':
      return evaluateMapping({ node, scope });
    case 'literal':
      return node.value;
    default:
      return null;
  }
}

/** The value of a template as a text, as GitHub writes it: `true`, `1.5`, and nothing for null. */
export function evaluateText(options: EvaluateOptions): string {
  const { node, scope } = options;
  if (node?.kind === 'expression') {
    return evaluateExpression({ expression: node.expression, scope }).text;
  }
  const value = evaluateTemplate(options);
  if (value !== null && typeof value === 'object') {
    throw new TemplateError(
      `A ${Array.isArray(value) ? 'sequence' : 'mapping'} was not expected`,
    );
  }
  return value === null ? '' : String(value);
}

/** The value of a template as a map of texts, as `env` and `with` are; empty if there is none. */
export function evaluateTextMap(
  options: EvaluateOptions,
): Record<string, string> {
  const { node, scope } = options;
  if (node?.kind === 'mapping') {
    return Object.fromEntries(
      node.entries.map(({ key, value }) => [
        evaluateText({ node: key, scope }),
        evaluateText({ node: value, scope }),
      ]),
    );
  }
  const value = evaluateTemplate(options);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      typeof item === 'object' && item !== null
        ? JSON.stringify(item)
        : String(item ?? ''),
    ]),
  );
}

function evaluateMapping(options: {
  node: Extract<TemplateNode, { kind: 'mapping' }>;
  scope: ExpressionScope;
}): JsonObject {
  const { node, scope } = options;
  return Object.fromEntries(
    node.entries.map(({ key, value }) => [
      evaluateText({ node: key, scope }),
      evaluateTemplate({ node: value, scope }),
    ]),
  );
}
