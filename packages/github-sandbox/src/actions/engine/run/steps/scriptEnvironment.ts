import type { JsonObject, JsonValue } from '../../types';
import { HOME } from '../files/workspacePaths';
import type { JobState } from '../job/JobState';
import { runnerContext } from './expressionScope';
import type { StepFrame } from './StepFrame';

/** Entries of the `github` context that become `GITHUB_...` variables. */
const GITHUB_VARIABLES = [
  'actor',
  'actor_id',
  'api_url',
  'base_ref',
  'event_name',
  'graphql_url',
  'head_ref',
  'ref',
  'ref_name',
  'ref_protected',
  'ref_type',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'retention_days',
  'run_attempt',
  'run_id',
  'run_number',
  'server_url',
  'sha',
  'triggering_actor',
  'workflow',
  'workflow_ref',
  'workflow_sha',
];

const SYSTEM_PATH =
  '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/snap/bin';

/**
 * The variables of a script: GitHub's own win over those of the workflow.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables
 */
export function scriptEnvironment(options: {
  state: JobState;
  frame: StepFrame;
  /** The step's own `env`. */
  env: Record<string, string>;
  /** `steps.<id>` or `__run`. */
  action: string;
  eventPath: string;
}): Record<string, string> {
  const { state, frame, env, action, eventPath } = options;
  const { github } = state.options.contexts;
  const written = {
    ...state.baseEnv,
    ...state.fileEnv,
    ...frame.env,
    ...env,
  };
  return {
    HOME,
    USER: 'runner',
    SHELL: '/bin/bash',
    LANG: 'C.UTF-8',
    DEBIAN_FRONTEND: 'noninteractive',
    ...written,
    PATH: [...state.extraPath, written.PATH ?? SYSTEM_PATH].join(':'),
    CI: written.CI ?? 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: action,
    GITHUB_JOB: state.found.definition.id,
    GITHUB_WORKSPACE: state.workspace,
    GITHUB_EVENT_PATH: eventPath,
    ...(frame.action && { GITHUB_ACTION_PATH: frame.action.path }),
    ...upperCase('GITHUB', github, GITHUB_VARIABLES),
    ...upperCase('RUNNER', runnerContext(state.options.job.labels)),
  };
}

function upperCase(
  prefix: string,
  values: JsonObject,
  names = Object.keys(values),
): Record<string, string> {
  return Object.fromEntries(
    names.map(name => [
      `${prefix}_${name.toLocaleUpperCase('en-US')}`,
      text(values[name]),
    ]),
  );
}

function text(value: JsonValue | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
