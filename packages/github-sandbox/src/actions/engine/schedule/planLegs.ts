import type { JobDefinition } from '../definition/WorkflowDefinition';
import { evaluateConcurrency } from '../template/evaluateConcurrency';
import { evaluateTemplate, evaluateText } from '../template/evaluateTemplate';
import type { ExpressionScope } from '../template/ExpressionScope';
import type { JsonObject, JsonValue, RunContexts } from '../types';
import { expandMatrix } from './expandMatrix';
import { matrixSuffix } from './matrixSuffix';
import { readLabels } from './readLabels';
import { readPermissions } from './readPermissions';
import type { PlannedJob } from './types';
import type { WorkflowScope } from './WorkflowScope';

const DEFAULT_TIMEOUT_MINUTES = 360;

export interface PlanLegsOptions {
  scope: WorkflowScope;
  definition: JobDefinition;
  /** The `needs` context. */
  needs: JsonObject;
  contexts: RunContexts;
  runnerLabels?: string[];
}

/**
 * Expands a job into one planned job for each combination of its matrix. Throws a `TemplateError` if an expression
 * fails.
 */
export function planLegs(options: PlanLegsOptions): PlannedJob[] {
  const { scope, definition, needs, contexts } = options;
  const outer: ExpressionScope = {
    contexts: {
      github: contexts.github,
      vars: contexts.vars,
      inputs: scope.inputs,
      needs,
    },
  };
  const strategy = asObject(
    evaluateTemplate({ node: definition.strategy, scope: outer }),
  );
  const combinations: JsonObject[] =
    strategy.matrix === undefined || strategy.matrix === null
      ? [{}]
      : expandMatrix({ matrix: strategy.matrix });
  const total = combinations.length;
  const seen = new Map<string, number>();
  return combinations.map((matrix, index) => {
    const leg = planLeg(options, outer, matrix, {
      failFast: String(strategy['fail-fast'] ?? true) !== 'false',
      maxParallel: Number(strategy['max-parallel'] ?? total) || total,
      jobIndex: index,
      jobTotal: total,
    });
    // Names may be the same, or the same once they are cut off; keys may not.
    const count = (seen.get(leg.key) ?? 0) + 1;
    seen.set(leg.key, count);
    return count > 1 ? { ...leg, key: `${leg.key} #${count}` } : leg;
  });
}

function planLeg(
  options: PlanLegsOptions,
  outer: ExpressionScope,
  matrix: JsonObject,
  strategy: PlannedJob['strategy'],
): PlannedJob {
  const { scope: workflowScope, definition, runnerLabels } = options;
  const scope: ExpressionScope = {
    contexts: {
      ...outer.contexts,
      matrix,
      strategy: {
        'fail-fast': strategy.failFast,
        'max-parallel': strategy.maxParallel,
        'job-index': strategy.jobIndex,
        'job-total': strategy.jobTotal,
      },
    },
  };
  const suffix = matrixSuffix(matrix);
  const permissions =
    readPermissions(definition.permissions) ?? workflowScope.permissions;
  const environment = readEnvironment(definition, scope);
  const concurrency = evaluateConcurrency({
    node: definition.concurrency,
    scope,
  });
  const timeout = evaluateTemplate({ node: definition.timeoutMinutes, scope });
  return {
    key: [...workflowScope.path, `${definition.id}${suffix}`].join(' / '),
    name: [...workflowScope.names, legName(definition, suffix, scope)].join(
      ' / ',
    ),
    path: [...workflowScope.path, definition.id],
    matrix,
    strategy,
    ...readLabels({
      runsOn: evaluateTemplate({ node: definition.runsOn, scope }),
      runnerLabels,
    }),
    ...(environment && { environment }),
    ...(concurrency && { concurrency }),
    continueOnError:
      evaluateText({ node: definition.continueOnError, scope }) === 'true',
    timeoutMinutes: Number(timeout) || DEFAULT_TIMEOUT_MINUTES,
    ...(permissions && { permissions }),
    inputs: workflowScope.inputs,
  };
}

/** A written name gets the matrix values as well, unless it is an expression. */
function legName(
  definition: JobDefinition,
  suffix: string,
  scope: ExpressionScope,
): string {
  const name = evaluateText({ node: definition.name, scope }).trim();
  return definition.name?.kind === 'expression' && name
    ? name
    : `${name || definition.id}${suffix}`;
}

function readEnvironment(
  definition: JobDefinition,
  scope: ExpressionScope,
): PlannedJob['environment'] {
  const { environment } = definition;
  // The URL may read `steps`, so that it is evaluated when the job ends.
  const name =
    environment?.kind === 'mapping'
      ? environment.entries.find(
          ({ key }) => key.kind === 'literal' && key.value === 'name',
        )?.value
      : environment;
  const value = evaluateTemplate({ node: name, scope });
  const text = String(asObject(value).name ?? value ?? '');
  return text ? { name: text } : undefined;
}

function asObject(value: JsonValue): JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? value
    : {};
}
