import { isSequence } from '@actions/workflow-parser';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { toTemplateNode } from '../template/toTemplateNode';
import { properties } from './properties';
import type { InputDefinition } from './WorkflowDefinition';

/** Reads the `inputs` of `workflow_dispatch`, `workflow_call` or an action. */
export function readInputs(
  token: TemplateToken | undefined,
): Record<string, InputDefinition> {
  return Object.fromEntries(
    [...properties(token)].map(([name, input]) => [name, readInput(input)]),
  );
}

function readInput(token: TemplateToken): InputDefinition {
  const found = properties(token);
  const description = found.get('description');
  const standard = found.get('default');
  const options = found.get('options');
  return {
    type: (found.get('type')?.toString() ??
      'string') as InputDefinition['type'],
    required: found.get('required')?.toString() === 'true',
    ...(description && { description: description.toString() }),
    ...(standard && { default: toTemplateNode(standard) }),
    ...(options &&
      isSequence(options) && {
        options: [...options].map(option => option.toString()),
      }),
  };
}
