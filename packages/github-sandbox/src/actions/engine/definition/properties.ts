import { isMapping } from '@actions/workflow-parser';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';

/** The entries of a mapping by key; empty for everything else. */
export function properties(
  token: TemplateToken | undefined,
): Map<string, TemplateToken> {
  if (!token || !isMapping(token)) {
    return new Map();
  }
  return new Map(
    [...token].map(({ key, value }) => [key.toString(), value] as const),
  );
}
