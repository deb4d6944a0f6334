import { isMapping } from '../isMapping';
import type { KnownActions } from '../KnownActions';
import type { TemplateFinding } from '../TemplateFinding';

/**
 * What is wrong with the steps of a template: an id that comes twice, an action that the portal has not, inputs that the
 * action does not take.
 */
export function stepFindings(options: {
  spec: Record<string, unknown>;
  /** Without it actions are not looked at. */
  actions?: KnownActions;
}): TemplateFinding[] {
  const { spec, actions } = options;
  const findings: TemplateFinding[] = [];
  const ids = new Map<string, number>();

  (Array.isArray(spec.steps) ? spec.steps : []).forEach((step, index) => {
    if (!isMapping(step)) {
      return;
    }
    const path = ['spec', 'steps', String(index)];
    if (typeof step.id === 'string') {
      const first = ids.get(step.id);
      if (first === undefined) {
        ids.set(step.id, index);
      } else {
        findings.push({
          level: 'error',
          rule: 'template-step',
          path: [...path, 'id'],
          at: 'value',
          message: `The step ${first + 1} has the id ${
            step.id
          } already: its outputs would be lost, and a run that is resumed would leave this step out.`,
          remedy: 'Give each step an id of its own.',
        });
      }
    }
    if (actions && typeof step.action === 'string') {
      findings.push(...actionFindings({ step, path, actions }));
    }
    if (
      String(step.action).startsWith('fetch:template') &&
      isMapping(step.input) &&
      'copyWithoutRender' in step.input
    ) {
      findings.push({
        level: 'warning',
        rule: 'template-input',
        path: [...path, 'input', 'copyWithoutRender'],
        at: 'key',
        message:
          'copyWithoutRender is no longer read: all files are rendered, workflows with expressions of their own among them.',
        remedy: 'Rename it to copyWithoutTemplating.',
      });
    }
  });
  return findings;
}

function actionFindings(options: {
  step: Record<string, unknown>;
  path: string[];
  actions: KnownActions;
}): TemplateFinding[] {
  const { step, path, actions } = options;
  const id = step.action as string;
  const input = isMapping(step.input) ? step.input : {};
  const action = actions.get(id);
  if (!action) {
    return [
      {
        level: 'error',
        rule: 'template-step',
        path: [...path, 'action'],
        at: 'value',
        message: `The action ${id} is not installed here.`,
        remedy: 'Install the module that brings it, or use another action.',
      },
    ];
  }
  const findings: TemplateFinding[] = [];
  for (const name of Object.keys(input)) {
    if (action.inputs && !action.inputs.includes(name)) {
      findings.push({
        level: 'error',
        rule: 'template-input',
        path: [...path, 'input', name],
        at: 'key',
        message: `The action ${id} takes no input ${name}.`,
        remedy: `Remove it; the inputs are ${action.inputs.join(', ')}.`,
      });
    }
  }
  for (const name of action.required ?? []) {
    if (!Object.hasOwn(input, name)) {
      findings.push({
        level: 'error',
        rule: 'template-input',
        path: [...path, 'input'],
        at: 'key',
        message: `The action ${id} needs the input ${name}.`,
        remedy: `Add ${name} under input.`,
      });
    }
  }
  return findings;
}
