import type { JobDefinition } from '../definition/WorkflowDefinition';
import type { PlannedJob } from './types';
import type { WorkflowScope } from './WorkflowScope';

/** A job that completes before its matrix is expanded: it was skipped, or cannot be planned. */
export function bareJob(options: {
  scope: WorkflowScope;
  definition: JobDefinition;
}): PlannedJob {
  const { scope, definition } = options;
  return {
    key: [...scope.path, definition.id].join(' / '),
    name: [...scope.names, bareName(definition)].join(' / '),
    path: [...scope.path, definition.id],
    matrix: {},
    strategy: { failFast: true, maxParallel: 1, jobIndex: 0, jobTotal: 1 },
    labels: [],
    unknownLabels: [],
    continueOnError: false,
    timeoutMinutes: 360,
    inputs: scope.inputs,
  };
}

/** GitHub shows the expressions of a name as they are written. */
function bareName({ id, name }: JobDefinition): string {
  if (name?.kind === 'expression') {
    return name.source ?? `\${{ ${name.expression} }}`;
  }
  return name?.kind === 'literal' && name.value ? String(name.value) : id;
}
