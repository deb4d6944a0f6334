import { dirname, resolve, sep } from 'node:path';
import { SourceDocument } from './SourceDocument';

/**
 * The folders that a template fetches from. What looks like an entity there belongs to the repositories that the
 * template makes, not to this one.
 */
export function skeletonFolders(options: {
  document: SourceDocument;
  /** Absolute path of the descriptor. */
  from: string;
}): string[] {
  const { document, from } = options;
  const { kind, spec } = document.value as { kind?: unknown; spec?: unknown };
  const steps = (spec as { steps?: unknown } | undefined)?.steps;
  if (kind !== 'Template' || !Array.isArray(steps)) {
    return [];
  }
  return steps.flatMap(step => {
    const url = step?.input?.url;
    if (
      typeof step?.action !== 'string' ||
      !step.action.startsWith('fetch:') ||
      typeof url !== 'string' ||
      url.includes('${{') ||
      URL.canParse(url)
    ) {
      return [];
    }
    const folder = resolve(dirname(from), url);
    // A template that fetches everything around itself would hide itself.
    return from.startsWith(folder + sep) ? [] : [folder];
  });
}
