import type {
  TriggerFilters,
  WorkflowTriggers,
} from '../definition/WorkflowDefinition';
import type { WorkflowEvent } from '../types';
import { matchesPatterns } from './matchesPatterns';

/** Activity types of events that do not start for all of theirs when `types` is absent. */
const DEFAULT_TYPES: Record<string, string[] | undefined> = {
  pull_request: ['opened', 'synchronize', 'reopened'],
  pull_request_target: ['opened', 'synchronize', 'reopened'],
};

/**
 * Whether `on:` of a workflow starts it for an event.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#on
 */
export function startsFor(options: {
  on: WorkflowTriggers;
  event: WorkflowEvent;
}): boolean {
  const { on, event } = options;
  const filters = Object.hasOwn(on, event.name) ? on[event.name] : undefined;
  if (!filters) {
    return false;
  }
  switch (event.name) {
    case 'push':
      return matchesPush(filters, event);
    case 'pull_request':
    case 'pull_request_target':
    case 'merge_group':
      return (
        matchesType(filters, event) &&
        matchesName(
          filters.branches,
          filters['branches-ignore'],
          event.baseRef ?? '',
        ) &&
        matchesPaths(filters, event)
      );
    case 'schedule':
      return filters.crons?.includes(event.cron ?? '') ?? false;
    case 'workflow_run':
      return (
        matchesType(filters, event) &&
        (filters.workflows ?? []).includes(event.workflowRun?.name ?? '') &&
        matchesName(
          filters.branches,
          filters['branches-ignore'],
          event.workflowRun?.headBranch ?? '',
        )
      );
    default:
      return matchesType(filters, event);
  }
}

function matchesType(filters: TriggerFilters, event: WorkflowEvent): boolean {
  const types = filters.types ?? DEFAULT_TYPES[event.name];
  return !types || types.includes(event.action ?? '');
}

function matchesPush(filters: TriggerFilters, event: WorkflowEvent): boolean {
  const hasBranches = Boolean(filters.branches ?? filters['branches-ignore']);
  const hasTags = Boolean(filters.tags ?? filters['tags-ignore']);
  const tag = /^refs\/tags\/(.+)$/.exec(event.ref)?.[1];
  if (tag !== undefined) {
    // Paths are not looked at for tags. Filters for branches alone leave all tags out.
    return hasTags
      ? matchesName(filters.tags, filters['tags-ignore'], tag)
      : !hasBranches;
  }
  const branch = event.ref.replace(/^refs\/heads\//, '');
  const starts = hasBranches
    ? matchesName(filters.branches, filters['branches-ignore'], branch)
    : !hasTags;
  return starts && matchesPaths(filters, event);
}

function matchesName(
  patterns: string[] | undefined,
  ignored: string[] | undefined,
  value: string,
): boolean {
  if (patterns) {
    return matchesPatterns({ patterns, value });
  }
  return !ignored || !matchesPatterns({ patterns: ignored, value });
}

function matchesPaths(filters: TriggerFilters, event: WorkflowEvent): boolean {
  const { changedFiles } = event;
  const patterns = filters.paths;
  const ignored = filters['paths-ignore'];
  if (!changedFiles || (!patterns && !ignored)) {
    return true;
  }
  return changedFiles.some(value =>
    patterns
      ? matchesPatterns({ patterns, value })
      : !matchesPatterns({ patterns: ignored ?? [], value }),
  );
}
