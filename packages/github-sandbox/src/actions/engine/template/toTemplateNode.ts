import {
  isBasicExpression,
  isBoolean,
  isMapping,
  isNumber,
  isSequence,
  isString,
} from '@actions/workflow-parser';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import type { TemplateNode } from './TemplateNode';

/** Turns a token of GitHub's parser, which holds on to its schema, into plain data. */
export function toTemplateNode(token: TemplateToken): TemplateNode {
  if (isBasicExpression(token)) {
    return {
      kind: 'expression',
      expression: token.expression,
      ...(token.source !== undefined && { source: token.source }),
    };
  }
  if (isSequence(token)) {
    return { kind: 'sequence', items: [...token].map(toTemplateNode) };
  }
  if (isMapping(token)) {
    return {
      kind: 'mapping',
      entries: [...token].map(({ key, value }) => ({
        key: toTemplateNode(key),
        value: toTemplateNode(value),
      })),
    };
  }
  if (isString(token) || isNumber(token) || isBoolean(token)) {
    return { kind: 'literal', value: token.value };
  }
  return { kind: 'literal', value: null };
}
