import { isSequence, isString } from '@actions/workflow-parser';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { toTemplateNode } from '../template/toTemplateNode';
import { properties } from './properties';
import { readCondition } from './readCondition';
import { readStep } from './readStep';
import type { JobDefinition } from './WorkflowDefinition';

const TEMPLATES = {
  name: 'name',
  runsOn: 'runs-on',
  strategy: 'strategy',
  env: 'env',
  defaults: 'defaults',
  permissions: 'permissions',
  outputs: 'outputs',
  environment: 'environment',
  concurrency: 'concurrency',
  container: 'container',
  services: 'services',
  continueOnError: 'continue-on-error',
  timeoutMinutes: 'timeout-minutes',
} as const;

/** A job as it is written; the workflow that it calls, if any, is found later. */
export interface WrittenJob extends Omit<JobDefinition, 'uses'> {
  uses?: Omit<NonNullable<JobDefinition['uses']>, 'workflow'> & {
    line?: number;
  };
}

/** Reads a validated job. */
export function readJob(options: {
  id: string;
  token: TemplateToken;
}): WrittenJob {
  const { id, token } = options;
  const found = properties(token);
  const job: WrittenJob = {
    id,
    needs: readNeeds(found.get('needs')),
    if: readCondition(found.get('if')),
    steps: [],
  };
  for (const [property, key] of Object.entries(TEMPLATES)) {
    const value = found.get(key);
    if (value) {
      job[property as keyof typeof TEMPLATES] = toTemplateNode(value);
    }
  }
  const steps = found.get('steps');
  if (steps && isSequence(steps)) {
    job.steps = [...steps].map(readStep);
  }
  const uses = found.get('uses');
  if (uses) {
    job.uses = readUses(uses, found);
  }
  return job;
}

function readNeeds(token: TemplateToken | undefined): string[] {
  if (!token) {
    return [];
  }
  return isSequence(token)
    ? [...token].map(item => item.toString())
    : [token.toString()];
}

function readUses(
  uses: TemplateToken,
  found: Map<string, TemplateToken>,
): WrittenJob['uses'] {
  const inputs = found.get('with');
  const secrets = found.get('secrets');
  return {
    path: uses.toString(),
    line: uses.line,
    ...(inputs && { with: toTemplateNode(inputs) }),
    ...(secrets && {
      secrets: isString(secrets) ? 'inherit' : toTemplateNode(secrets),
    }),
  };
}
