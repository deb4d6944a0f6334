import type { DispatchInput } from '@callboard/plugin-github-common';
import { parse } from 'yaml';

const TYPES = ['string', 'boolean', 'choice', 'number', 'environment'] as const;
const MOST_INPUTS = 25;

/**
 * What a workflow asks for when it is started by hand; undefined where it cannot be, or its file cannot be read. `on` may be a text, a list or
 * a map, and unquoted is `true` in YAML 1.1.
 * https://docs.github.com/actions/writing-workflows/workflow-syntax-for-github-actions#onworkflow_dispatchinputs
 */
export function readDispatch(text: string): DispatchInput[] | undefined {
  const on = triggersOf(text);
  if (on === 'workflow_dispatch') return [];
  if (Array.isArray(on)) {
    return on.includes('workflow_dispatch') ? [] : undefined;
  }
  if (!isMap(on) || !Object.hasOwn(on, 'workflow_dispatch')) return undefined;
  const inputs = isMap(on.workflow_dispatch)
    ? on.workflow_dispatch.inputs
    : undefined;
  return isMap(inputs)
    ? Object.entries(inputs).slice(0, MOST_INPUTS).map(readInputOf)
    : [];
}

function triggersOf(text: string): unknown {
  try {
    // Aliases stay few, so that a file of a few lines does not become gigabytes.
    const workflow = parse(text, { maxAliasCount: 100 });
    return isMap(workflow) ? workflow.on ?? workflow.true : undefined;
  } catch {
    return undefined;
  }
}

function readInputOf([name, raw]: [string, unknown]): DispatchInput {
  const given = isMap(raw) ? raw : {};
  const type = TYPES.find(each => each === given.type) ?? 'string';
  const isSaid = given.default !== undefined && given.default !== null;
  return {
    name,
    type,
    ...(typeof given.description === 'string' && {
      description: given.description,
    }),
    required: given.required === true,
    ...(isSaid && { default: String(given.default) }),
    ...(type === 'choice' && {
      options: Array.isArray(given.options) ? given.options.map(String) : [],
    }),
  };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
