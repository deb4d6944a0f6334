import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { toTemplateNode } from '../template/toTemplateNode';
import { properties } from './properties';
import { readCondition } from './readCondition';
import type { StepDefinition } from './WorkflowDefinition';

const TEMPLATES = {
  name: 'name',
  run: 'run',
  with: 'with',
  env: 'env',
  shell: 'shell',
  workingDirectory: 'working-directory',
  continueOnError: 'continue-on-error',
  timeoutMinutes: 'timeout-minutes',
} as const;

/** Reads a validated step. */
export function readStep(token: TemplateToken): StepDefinition {
  const found = properties(token);
  const step: StepDefinition = { if: readCondition(found.get('if')) };
  for (const [property, key] of Object.entries(TEMPLATES)) {
    const value = found.get(key);
    if (value) {
      step[property as keyof typeof TEMPLATES] = toTemplateNode(value);
    }
  }
  const id = found.get('id');
  const uses = found.get('uses');
  return {
    ...step,
    ...(id && { id: id.toString() }),
    ...(uses && { uses: uses.toString() }),
  };
}
