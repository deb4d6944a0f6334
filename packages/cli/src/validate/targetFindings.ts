import { globSync, statSync } from 'node:fs';
import { localReference } from './localReference';
import type { SchemaFinding } from '@callboard/template-check';

/** What was found out about the targets of a Location entity. URLs are counted, not fetched. */
export type TargetFindings = {
  findings: SchemaFinding[];
  urls: number;
};

/**
 * Relative targets of a Location entity that lead nowhere. Targets may be patterns with * in them, as on the hosts
 * that can search. Locations of other types than `url` and `file` name things that are not files.
 */
export function targetFindings(options: {
  spec: Record<string, unknown>;
  /** Absolute path of the descriptor. */
  from: string;
}): TargetFindings {
  const { spec, from } = options;
  const result: TargetFindings = { findings: [], urls: 0 };
  const { type = 'url', target, targets, presence } = spec;
  if (type !== 'url' && type !== 'file') {
    return result;
  }

  const all: [string[], unknown][] = [[['spec', 'target'], target]];
  if (Array.isArray(targets)) {
    targets.forEach((item, index) =>
      all.push([['spec', 'targets', String(index)], item]),
    );
  }
  for (const [path, item] of all) {
    if (typeof item !== 'string' || !item) {
      continue;
    }
    if (type === 'file' && item.endsWith('/')) {
      result.findings.push({
        path,
        at: 'value',
        message: `The target is a folder: ${item}.`,
        remedy: 'Name a file, or use a pattern such as ./catalog/*.yaml.',
      });
      continue;
    }
    const reference =
      type === 'file' && item.startsWith('/')
        ? { kind: 'path' as const, path: item }
        : localReference({ reference: item, from });
    if (reference.kind === 'url') {
      result.urls += 1;
    } else if (reference.kind === 'otherScheme') {
      result.findings.push({
        path,
        at: 'value',
        message: `The target is a URL that the catalog does not read: ${item}.`,
        remedy: 'Use a URL of http or https, or a path relative to this file.',
      });
    } else if (
      reference.kind === 'path' &&
      presence !== 'optional' &&
      !leadsToFile(reference.path)
    ) {
      result.findings.push({
        path,
        at: 'value',
        message: `The target does not exist: ${item}.`,
        remedy:
          'Correct the path; it is relative to this file. With presence: optional a missing target is no error.',
      });
    }
  }
  return result;
}

function leadsToFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile()
    ? true
    : /[*?[{]/.test(path) && globSync(path).length > 0;
}
