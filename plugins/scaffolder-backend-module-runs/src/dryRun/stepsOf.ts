import type { JsonArray, JsonObject } from '@backstage/types';
import { isObject } from '../secrets/isObject';

/** A step of a template that came with a request. */
export interface DryRunStep {
  id: string;
  action: string;
  input?: JsonObject;
  each?: string | JsonArray;
}

/** The steps of a template's spec, of whatever shape, with the ids that stock gives to steps without one. */
export function stepsOf(spec: unknown): DryRunStep[] {
  const steps = isObject(spec) && Array.isArray(spec.steps) ? spec.steps : [];
  return steps.flatMap((step, index) =>
    isObject(step) && typeof step.action === 'string'
      ? [
          {
            id: typeof step.id === 'string' ? step.id : `step-${index + 1}`,
            action: step.action,
            ...(isObject(step.input) && { input: step.input }),
            ...((typeof step.each === 'string' || Array.isArray(step.each)) && {
              each: step.each,
            }),
          },
        ]
      : [],
  );
}
