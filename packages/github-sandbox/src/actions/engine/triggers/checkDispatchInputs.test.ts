import type { InputDefinition } from '../definition/WorkflowDefinition';
import type { JsonObject } from '../types';
import { checkDispatchInputs } from './checkDispatchInputs';

const definitions: Record<string, InputDefinition> = {
  environment: {
    type: 'choice',
    required: true,
    options: ['staging', 'production'],
  },
  dryRun: { type: 'boolean', required: false },
  count: {
    type: 'number',
    required: false,
    default: { kind: 'literal', value: 3 },
  },
  note: { type: 'string', required: false },
};

describe('checkDispatchInputs', () => {
  it('adds defaults and gives types', () => {
    expect(
      checkDispatchInputs({
        definitions,
        given: { environment: 'staging', DryRun: 'true' },
      }),
    ).toEqual({
      outcome: 'inputs',
      inputs: { environment: 'staging', dryRun: true, count: 3, note: '' },
    });
  });

  it.each<[JsonObject, string]>([
    [{}, "Required input 'environment' not provided"],
    [{ environment: '' }, "Required input 'environment' not provided"],
    [
      { environment: 'staging', a: 1, b: 2 },
      'Unexpected inputs provided: ["a","b"]',
    ],
    [
      { environment: 'moon' },
      "Provided value 'moon' for input 'environment' not in the list of allowed values",
    ],
    [
      { environment: 'staging', dryRun: 'yes' },
      "Provided value 'yes' for input 'dryRun' not in the list of allowed values",
    ],
  ])('refuses %j', (given, message) => {
    expect(checkDispatchInputs({ definitions, given })).toEqual({
      outcome: 'unprocessable',
      message,
    });
  });
});
