import type { JsonValue } from '../types';

/**
 * GitHub's own runners.
 *
 * https://docs.github.com/en/actions/reference/runners/github-hosted-runners
 */
const HOSTED =
  /^(?:ubuntu-(?:latest|slim|\d\d\.04(?:-arm)?)|windows-(?:latest|20\d\d(?:-[a-z\d]+)?|11-arm)|macos-(?:latest|\d\d)(?:-(?:large|xlarge|intel))?)$/i;

/** The labels of an evaluated `runs-on`, and those that no runner has. A group counts as a label. */
export function readLabels(options: {
  runsOn: JsonValue;
  runnerLabels?: string[];
}): { labels: string[]; unknownLabels: string[] } {
  const labels = texts(options.runsOn);
  const known = new Set(
    (options.runnerLabels ?? []).map(label => label.toLocaleLowerCase('en-US')),
  );
  return {
    labels,
    unknownLabels: labels.filter(
      label =>
        !HOSTED.test(label) && !known.has(label.toLocaleLowerCase('en-US')),
    ),
  };
}

function texts(value: JsonValue | undefined): string[] {
  if (value === null || value === undefined) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.flatMap(texts);
  }
  return typeof value === 'object'
    ? [...texts(value.group), ...texts(value.labels)]
    : [String(value)];
}
