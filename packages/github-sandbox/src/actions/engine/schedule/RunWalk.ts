import type { JobDefinition } from '../definition/WorkflowDefinition';
import { evaluateExpression } from '../template/evaluateExpression';
import { TemplateError } from '../template/TemplateError';
import type { JsonObject } from '../types';
import { advanceLegs } from './advanceLegs';
import { ancestors } from './ancestors';
import { bareJob } from './bareJob';
import { calledInputs } from './calledInputs';
import { calledResult } from './calledResult';
import { mergeResults } from './mergeResults';
import { planLegs } from './planLegs';
import { readPermissions } from './readPermissions';
import { resultsContext, type ResolvedJob } from './ResolvedJob';
import type { AdvanceRunOptions, PlannedJob, RunProgress } from './types';
import type { WorkflowScope } from './WorkflowScope';

/** Walks through the jobs of a run in the order of their needs, and collects what has to happen next. */
export class RunWalk {
  readonly progress: RunProgress = {
    start: [],
    waiting: [],
    skipped: [],
    failed: [],
    cancel: [],
  };

  /** The jobs of each workflow of the run by the path of its callers. */
  readonly resolved = new Map<string, Map<string, ResolvedJob>>();

  constructor(private readonly options: AdvanceRunOptions) {}

  walk(scope: WorkflowScope): Map<string, ResolvedJob> {
    const resolved = new Map<string, ResolvedJob>();
    this.resolved.set(scope.path.join(' / '), resolved);
    const byId = new Map(scope.workflow.jobs.map(job => [job.id, job]));
    const visit = (definition: JobDefinition) => {
      for (const need of definition.needs) {
        const needed = byId.get(need);
        if (needed && !resolved.has(need)) {
          visit(needed);
        }
      }
      resolved.set(definition.id, this.resolve(scope, definition, resolved));
    };
    for (const definition of scope.workflow.jobs) {
      if (!resolved.has(definition.id)) {
        visit(definition);
      }
    }
    return resolved;
  }

  private resolve(
    scope: WorkflowScope,
    definition: JobDefinition,
    resolved: Map<string, ResolvedJob>,
  ): ResolvedJob {
    const needs = resultsContext(
      definition.needs.map(id => [id, resolved.get(id)]),
    );
    try {
      if (!this.isStarted(scope, definition)) {
        if (Object.keys(needs).length < definition.needs.length) {
          return { state: 'pending' };
        }
        if (!this.mayStart(scope, definition, resolved, needs)) {
          this.progress.skipped.push(bareJob({ scope, definition }));
          return { state: 'completed', result: 'skipped', outputs: {} };
        }
      }
      return this.advance(scope, definition, needs);
    } catch (error) {
      if (!(error instanceof TemplateError)) {
        throw error;
      }
      this.progress.failed.push({
        ...bareJob({ scope, definition }),
        message: error.message,
      });
      return { state: 'completed', result: 'failure', outputs: {} };
    }
  }

  private isStarted(scope: WorkflowScope, definition: JobDefinition): boolean {
    const depth = scope.path.length;
    return this.options.jobs.some(
      ({ path }) =>
        scope.path.every((part, at) => path[at] === part) &&
        (path[depth] === definition.id ||
          (path.length > depth + 1 &&
            path[depth]?.startsWith(`${definition.id} (`))),
    );
  }

  private mayStart(
    scope: WorkflowScope,
    definition: JobDefinition,
    resolved: Map<string, ResolvedJob>,
    needs: JsonObject,
  ): boolean {
    const { contexts, cancelled = false } = this.options;
    const results = ancestors(scope, definition).map(id => resolved.get(id));
    const has = (result: string) =>
      results.some(job => job?.state === 'completed' && job.result === result);
    return evaluateExpression({
      expression: definition.if,
      scope: {
        contexts: {
          github: contexts.github,
          vars: contexts.vars,
          inputs: scope.inputs,
          needs,
        },
        status: {
          success:
            !cancelled &&
            !has('failure') &&
            !has('cancelled') &&
            !has('skipped'),
          failure: !cancelled && has('failure'),
          cancelled,
        },
      },
    }).truthy;
  }

  private advance(
    scope: WorkflowScope,
    definition: JobDefinition,
    needs: JsonObject,
  ): ResolvedJob {
    const { jobs, contexts, runnerLabels, cancelled = false } = this.options;
    const path = [...scope.path, definition.id].join(' / ');
    const records = jobs.filter(job => job.path.join(' / ') === path);
    const ended = records.find(
      ({ key, status }) => key === path && status === 'completed',
    );
    if (ended && (definition.uses || ended.conclusion === 'skipped')) {
      return {
        state: 'completed',
        result: ended.conclusion ?? 'failure',
        outputs: {},
      };
    }
    const legs = planLegs({ scope, definition, needs, contexts, runnerLabels });
    return definition.uses
      ? this.advanceCall(scope, definition, legs, needs)
      : advanceLegs({ legs, records, cancelled, progress: this.progress });
  }

  private advanceCall(
    scope: WorkflowScope,
    definition: JobDefinition,
    legs: PlannedJob[],
    needs: JsonObject,
  ): ResolvedJob {
    const { uses } = definition;
    const { contexts } = this.options;
    if (!uses) {
      return { state: 'pending' };
    }
    return mergeResults(
      legs.map(leg => {
        const { matrix } = leg;
        const inputs = calledInputs({
          uses,
          scope: {
            contexts: {
              github: contexts.github,
              vars: contexts.vars,
              inputs: scope.inputs,
              needs,
              matrix,
            },
          },
        });
        const jobs = this.walk({
          workflow: uses.workflow,
          path: [...scope.path, lastPart(scope, leg)],
          names: [leg.name],
          inputs,
          permissions:
            readPermissions(uses.workflow.permissions) ?? leg.permissions,
        });
        return calledResult({
          workflow: uses.workflow,
          jobs,
          contexts,
          inputs,
        });
      }),
    );
  }
}

/** A leg's key without the keys of the jobs that call it. */
function lastPart(scope: WorkflowScope, leg: PlannedJob): string {
  return leg.key.slice([...scope.path, ''].join(' / ').length);
}
