import type { JsonObject } from '@backstage/types';
import type {
  DryRunPlan,
  PlannedCall,
  UnplannedStep,
} from '@callboard/plugin-scaffolder-common';
import { isObject } from '../secrets/isObject';
import type { DryRunStep } from './stepsOf';

export const REGISTER = 'catalog:register';

/**
 * What the steps would call, in their order: what the actions planned themselves, what is known of `catalog:register`, and which steps
 * nobody can tell anything of. A step that a condition skips calls nothing.
 */
export function planSteps(options: {
  steps: DryRunStep[];
  /** Stock's answer: `{log: [{body: {stepId, message, status}}]}`. */
  body: any;
  calls: PlannedCall[];
  /** Whether the caller may register locations. */
  isAllowed?: boolean;
}): Pick<DryRunPlan, 'calls' | 'unplanned'> {
  const { steps, calls, isAllowed } = options;
  const log = readLog(options.body);
  const ids = new Set(steps.map(step => step.id));
  const planned = calls.filter(call => !ids.has(call.stepId));
  const unplanned: UnplannedStep[] = [];
  for (const step of steps) {
    const lines = log.filter(line => line.stepId === step.id);
    const isDeaf = lines.some(line =>
      / does not support dry-run$/.test(line.message),
    );
    planned.push(...calls.filter(call => call.stepId === step.id));
    if (!isDeaf) continue;
    if (step.action === REGISTER) {
      planned.push(
        ...inputsIn(lines).map(input =>
          registration({ step, input, isAllowed }),
        ),
      );
    } else {
      unplanned.push({
        stepId: step.id,
        action: step.action,
        reason: `The action "${step.action}" has no dry run: what it calls cannot be told.`,
      });
    }
  }
  return { calls: planned, unplanned };
}

function registration(options: {
  step: DryRunStep;
  input: JsonObject;
  isAllowed?: boolean;
}): PlannedCall {
  const { step, input, isAllowed } = options;
  const target =
    typeof input.catalogInfoUrl === 'string'
      ? input.catalogInfoUrl
      : [input.repoContentsUrl, input.catalogInfoPath ?? '/catalog-info.yaml']
          .filter(part => typeof part === 'string')
          .join('');
  return {
    stepId: step.id,
    method: 'POST',
    url: '/api/catalog/locations',
    body: { type: 'url', target },
    permission: {
      name: 'catalog.location.create',
      title: 'catalog.location.create',
    },
    ...(isAllowed !== undefined && { granted: isAllowed }),
    ...(input.optional === true && {
      note: 'The run goes on where the file is not there.',
    }),
  };
}

interface Line {
  stepId?: string;
  message: string;
}

function readLog(body: any): Line[] {
  const log = Array.isArray(body?.log) ? body.log : [];
  return log.flatMap((entry: any) =>
    typeof entry?.body?.message === 'string'
      ? [{ stepId: entry.body.stepId, message: entry.body.message }]
      : [],
  );
}

/** Stock logs the rendered input of a step before it skips it; one line for each turn of `each`. */
function inputsIn(lines: Line[]): JsonObject[] {
  const inputs = lines.flatMap(({ message }) => {
    const at = message.indexOf('(secrets redacted): ');
    if (at === -1) return [];
    try {
      const input = JSON.parse(message.slice(message.indexOf('{', at)));
      return isObject(input) ? [input] : [];
    } catch {
      return [];
    }
  });
  return inputs.length > 0 ? inputs : [{}];
}
