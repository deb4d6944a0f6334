import type { TemplateNode } from '../template/TemplateNode';

/** `on:` as an object: event name to its filters. */
export interface WorkflowTriggers {
  [event: string]: TriggerFilters | undefined;
}

/** The filters of one event of `on:`; those that an event does not know are absent. */
export interface TriggerFilters {
  types?: string[];
  branches?: string[];
  'branches-ignore'?: string[];
  tags?: string[];
  'tags-ignore'?: string[];
  paths?: string[];
  'paths-ignore'?: string[];
  /** `workflow_run`: names of workflows. */
  workflows?: string[];
  /** `workflow_dispatch` and `workflow_call`. */
  inputs?: Record<string, InputDefinition>;
  /** `workflow_call`. */
  secrets?: Record<string, { required: boolean }>;
  /** `workflow_call`. */
  outputs?: Record<string, TemplateNode>;
  /** `schedule`: cron lines. */
  crons?: string[];
}

/** An input of `workflow_dispatch` or `workflow_call`. */
export interface InputDefinition {
  type: 'string' | 'choice' | 'boolean' | 'number' | 'environment';
  description?: string;
  required: boolean;
  default?: TemplateNode;
  options?: string[];
}

/** A workflow file that passed validation. */
export interface WorkflowDefinition {
  path: string;
  /** `name:` or the path. */
  name: string;
  runName?: TemplateNode;
  on: WorkflowTriggers;
  env?: TemplateNode;
  defaults?: TemplateNode;
  permissions?: TemplateNode;
  concurrency?: TemplateNode;
  jobs: JobDefinition[];
}

/** A job before its matrix is expanded. */
export interface JobDefinition {
  id: string;
  name?: TemplateNode;
  needs: string[];
  /** An expression that contains a status function: `success() && (github.ref == ...)`. */
  if: string;
  runsOn?: TemplateNode;
  strategy?: TemplateNode;
  env?: TemplateNode;
  defaults?: TemplateNode;
  permissions?: TemplateNode;
  outputs?: TemplateNode;
  environment?: TemplateNode;
  concurrency?: TemplateNode;
  container?: TemplateNode;
  services?: TemplateNode;
  continueOnError?: TemplateNode;
  timeoutMinutes?: TemplateNode;
  steps: StepDefinition[];
  /** A job that calls a reusable workflow of the same repository. */
  uses?: {
    path: string;
    with?: TemplateNode;
    secrets?: 'inherit' | TemplateNode;
    workflow: WorkflowDefinition;
  };
}

/** A step of a job or of a composite action. */
export interface StepDefinition {
  id?: string;
  name?: TemplateNode;
  /** An expression that contains a status function. */
  if: string;
  run?: TemplateNode;
  uses?: string;
  with?: TemplateNode;
  env?: TemplateNode;
  shell?: TemplateNode;
  workingDirectory?: TemplateNode;
  continueOnError?: TemplateNode;
  timeoutMinutes?: TemplateNode;
}
