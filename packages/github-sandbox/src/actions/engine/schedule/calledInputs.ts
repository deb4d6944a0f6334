import type { JobDefinition } from '../definition/WorkflowDefinition';
import { evaluateTemplate } from '../template/evaluateTemplate';
import type { ExpressionScope } from '../template/ExpressionScope';
import type { JsonObject, JsonValue } from '../types';

/** The `inputs` that a called workflow sees: what `with` gives, and defaults. */
export function calledInputs(options: {
  uses: NonNullable<JobDefinition['uses']>;
  scope: ExpressionScope;
}): JsonObject {
  const { uses, scope } = options;
  const given = evaluateTemplate({ node: uses.with, scope });
  const byName = new Map(
    given !== null && typeof given === 'object' && !Array.isArray(given)
      ? Object.entries(given).map(([name, value]) => [
          name.toLocaleLowerCase('en-US'),
          value,
        ])
      : [],
  );
  const definitions = uses.workflow.on.workflow_call?.inputs ?? {};
  return Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [
      name,
      byName.get(name.toLocaleLowerCase('en-US')) ??
        evaluateTemplate({ node: definition.default, scope }) ??
        emptyValue(definition.type),
    ]),
  );
}

function emptyValue(type: string): JsonValue {
  if (type === 'boolean') {
    return false;
  }
  return type === 'number' ? 0 : '';
}
