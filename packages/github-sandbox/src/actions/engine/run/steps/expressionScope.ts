import type { StepDefinition } from '../../definition/WorkflowDefinition';
import type { ExpressionScope } from '../../template/ExpressionScope';
import type { JsonObject } from '../../types';
import { hashFiles } from '../files/hashFiles';
import { readTree } from '../files/readTree';
import { TEMP, TOOL_CACHE } from '../files/workspacePaths';
import type { JobState } from '../job/JobState';
import type { StepFrame } from './StepFrame';

/**
 * What the expressions of a step may read.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/contexts
 */
export async function expressionScope(options: {
  state: JobState;
  frame: StepFrame;
  /** Where expressions come from; only if they call `hashFiles` is the workspace read. */
  source: StepDefinition | JsonObject | undefined;
  /** The step's own `env`. */
  env?: Record<string, string>;
}): Promise<ExpressionScope> {
  const { state, frame, source, env = {} } = options;
  const { contexts, job, needs } = state.options;
  const { strategy, matrix } = job;
  const workspaceFiles = /hashfiles/i.test(JSON.stringify(source ?? ''))
    ? await readTree(state.fs, state.workspace)
    : new Map<string, Buffer>();
  const failed = frame.depth > 0 ? frame.failed : state.status === 'failure';
  const cancelled = state.status === 'cancelled';
  return {
    contexts: {
      github: githubContext(state, frame),
      env: { ...state.baseEnv, ...state.fileEnv, ...frame.env, ...env },
      vars: contexts.vars,
      // A composite action is given secrets as inputs.
      secrets: frame.depth > 0 ? {} : state.secrets,
      inputs: frame.inputs,
      matrix,
      strategy: {
        'fail-fast': strategy.failFast,
        'max-parallel': strategy.maxParallel,
        'job-index': strategy.jobIndex,
        'job-total': strategy.jobTotal,
      },
      needs,
      steps: frame.steps,
      job: { status: failed && !cancelled ? 'failure' : state.status },
      runner: runnerContext(job.labels),
    },
    status: {
      success: !failed && !cancelled,
      failure: failed && !cancelled,
      cancelled,
    },
    hashFiles: patterns =>
      hashFiles({
        workspace: state.workspace,
        files: workspaceFiles,
        patterns,
      }),
  };
}

/** The `runner` context for the labels of a job. */
export function runnerContext(labels: string[]): JsonObject {
  const label = labels.join(' ').toLocaleLowerCase('en-US');
  let os = 'Linux';
  if (label.includes('windows')) {
    os = 'Windows';
  } else if (label.includes('macos')) {
    os = 'macOS';
  }
  return {
    name: 'GitHub Actions 1',
    os,
    arch: label.includes('-arm') || os === 'macOS' ? 'ARM64' : 'X64',
    environment: label.includes('self-hosted')
      ? 'self-hosted'
      : 'github-hosted',
    temp: TEMP,
    tool_cache: TOOL_CACHE,
    workspace: '/home/runner/work',
    debug: '',
  };
}

function githubContext(state: JobState, frame: StepFrame): JsonObject {
  return {
    ...state.options.contexts.github,
    job: state.found.definition.id,
    workspace: state.workspace,
    event_path: `${TEMP}/_github_workflow/event.json`,
    ...(frame.action && {
      action_path: frame.action.path,
      action_repository: frame.action.repository ?? '',
      action_ref: frame.action.ref ?? '',
    }),
  };
}
