import { evaluateTemplate } from '../template/evaluateTemplate';
import type { TemplateNode } from '../template/TemplateNode';
import type { TokenPermissions } from './types';

/** Reads a `permissions`, in which GitHub allows no expressions; undefined if there is none. */
export function readPermissions(
  node: TemplateNode | undefined,
): TokenPermissions | undefined {
  if (!node) {
    return undefined;
  }
  const value = evaluateTemplate({ node, scope: { contexts: {} } });
  if (value === 'read-all' || value === 'write-all') {
    return value;
  }
  return (
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? value
      : {}
  ) as TokenPermissions;
}
