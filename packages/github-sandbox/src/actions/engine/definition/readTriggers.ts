import { isMapping, isSequence } from '@actions/workflow-parser';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { toTemplateNode } from '../template/toTemplateNode';
import { properties } from './properties';
import { readInputs } from './readInputs';
import type { TriggerFilters, WorkflowTriggers } from './WorkflowDefinition';

const LIST_FILTERS = [
  'types',
  'branches',
  'branches-ignore',
  'tags',
  'tags-ignore',
  'paths',
  'paths-ignore',
  'workflows',
] as const;

/** Reads a validated `on:`: a name, a list of names, or a mapping. */
export function readTriggers(
  token: TemplateToken | undefined,
): WorkflowTriggers {
  if (!token) {
    return {};
  }
  if (isSequence(token)) {
    return Object.fromEntries([...token].map(item => [item.toString(), {}]));
  }
  if (!isMapping(token)) {
    return { [token.toString()]: {} };
  }
  return Object.fromEntries(
    [...token].map(({ key, value }) => [
      key.toString(),
      readFilters(key.toString(), value),
    ]),
  );
}

function readFilters(event: string, token: TemplateToken): TriggerFilters {
  if (event === 'schedule') {
    return {
      crons: list(token).flatMap(
        item => properties(item).get('cron')?.toString() ?? [],
      ),
    };
  }
  const found = properties(token);
  const filters: TriggerFilters = {};
  for (const name of LIST_FILTERS) {
    const value = found.get(name);
    if (value) {
      filters[name] = list(value).map(item => item.toString());
    }
  }
  if (event === 'workflow_dispatch' || event === 'workflow_call') {
    filters.inputs = readInputs(found.get('inputs'));
  }
  if (event === 'workflow_call') {
    filters.secrets = readSecrets(found.get('secrets'));
    filters.outputs = readOutputs(found.get('outputs'));
  }
  return filters;
}

function list(token: TemplateToken): TemplateToken[] {
  return isSequence(token) ? [...token] : [token];
}

function readSecrets(
  token: TemplateToken | undefined,
): TriggerFilters['secrets'] {
  return Object.fromEntries(
    [...properties(token)].map(([name, secret]) => [
      name,
      { required: properties(secret).get('required')?.toString() === 'true' },
    ]),
  );
}

function readOutputs(
  token: TemplateToken | undefined,
): TriggerFilters['outputs'] {
  return Object.fromEntries(
    [...properties(token)].flatMap(([name, output]) => {
      const value = properties(output).get('value');
      return value ? [[name, toTemplateNode(value)]] : [];
    }),
  );
}
