import type { InputDefinition } from '../definition/WorkflowDefinition';
import { evaluateTemplate } from '../template/evaluateTemplate';
import type { JsonObject, JsonValue } from '../types';

/** https://docs.github.com/en/rest/actions/workflows#create-a-workflow-dispatch-event */
export type CheckedDispatchInputs =
  | { outcome: 'inputs'; inputs: JsonObject }
  | { outcome: 'unprocessable'; message: string };

/** Checks the inputs of a `workflow_dispatch` as GitHub's API does, and adds defaults. */
export function checkDispatchInputs(options: {
  definitions: Record<string, InputDefinition>;
  given: JsonObject;
}): CheckedDispatchInputs {
  const { definitions, given } = options;
  const lower = new Map(
    Object.entries(given).map(([name, value]) => [
      name.toLocaleLowerCase('en-US'),
      value,
    ]),
  );
  const defined = new Set(
    Object.keys(definitions).map(name => name.toLocaleLowerCase('en-US')),
  );
  const unexpected = Object.keys(given).filter(
    name => !defined.has(name.toLocaleLowerCase('en-US')),
  );
  if (unexpected.length > 0) {
    return {
      outcome: 'unprocessable',
      message: `Unexpected inputs provided: ${JSON.stringify(unexpected)}`,
    };
  }
  const inputs: JsonObject = {};
  for (const [name, definition] of Object.entries(definitions)) {
    const value = lower.get(name.toLocaleLowerCase('en-US'));
    const checked = checkInput(name, definition, value);
    if (checked.outcome === 'unprocessable') {
      return checked;
    }
    inputs[name] = checked.value;
  }
  return { outcome: 'inputs', inputs };
}

function checkInput(
  name: string,
  definition: InputDefinition,
  given: JsonValue | undefined,
):
  | { outcome: 'input'; value: JsonValue }
  | { outcome: 'unprocessable'; message: string } {
  const standard = evaluateTemplate({
    node: definition.default,
    scope: { contexts: {} },
  });
  const absent = given === undefined || given === null || given === '';
  if (definition.required && absent && standard === null) {
    return {
      outcome: 'unprocessable',
      message: `Required input '${name}' not provided`,
    };
  }
  if (given === undefined || given === null) {
    return { outcome: 'input', value: standard ?? absentValue(definition) };
  }
  const text = String(given);
  const allowed =
    definition.type === 'boolean' ? ['true', 'false'] : definition.options;
  const isNumber =
    definition.type !== 'number' || Number.isFinite(Number(text));
  if ((allowed && !allowed.includes(text)) || !isNumber) {
    return {
      outcome: 'unprocessable',
      message: `Provided value '${text}' for input '${name}' not in the list of allowed values`,
    };
  }
  return { outcome: 'input', value: typed(definition, text) };
}

function typed(definition: InputDefinition, text: string): JsonValue {
  if (definition.type === 'boolean') {
    return text === 'true';
  }
  return definition.type === 'number' ? Number(text) : text;
}

function absentValue(definition: InputDefinition): JsonValue {
  switch (definition.type) {
    case 'boolean':
      return false;
    case 'choice':
      return definition.options?.[0] ?? '';
    default:
      return '';
  }
}
