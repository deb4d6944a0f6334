import { neededForRetry } from './neededForRetry';
import type { RunSpec } from './RunSpec';
import { takeRetrySecrets } from './takeRetrySecrets';

const spec: RunSpec = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  parameters: { name: 'pay' },
  maskedParameters: ['first', 'login.key', 'keys'],
  maskedTypes: { keys: 'json' },
  steps: [
    {
      id: 'one',
      name: 'One',
      action: 'a',
      input: { k: '${{ parameters.first }}', t: '${{ secrets.FIRST }}' },
    },
    {
      id: 'two',
      name: 'Two',
      action: 'b',
      if: '${{ parameters.login.key }}',
      input: { k: '${{ parameters.keys }}', t: '${{ secrets.SECOND }}' },
    },
  ],
  output: {},
};

it('asks for what the steps that are left refer to', () => {
  const needs = neededForRetry({
    spec,
    state: { steps: { one: { status: 'completed' } } },
    maskedParameters: spec.maskedParameters!,
    secretsSchema: { properties: { SECOND: { title: 'Second key' } } },
  });
  expect(needs).toEqual([
    { name: 'parameters.login.key', title: 'login.key', kind: 'parameter' },
    {
      name: 'parameters.keys',
      title: 'keys',
      kind: 'parameter',
      format: 'json',
    },
    { name: 'SECOND', title: 'Second key', kind: 'secret' },
  ]);
});

it('asks for everything of a run that did nothing, and for what the template demands', () => {
  const needs = neededForRetry({
    spec,
    maskedParameters: spec.maskedParameters!,
    secretsSchema: { required: ['ALWAYS'] },
  });
  expect(needs.map(each => each.name)).toEqual([
    'parameters.first',
    'parameters.login.key',
    'parameters.keys',
    'ALWAYS',
    'FIRST',
    'SECOND',
  ]);
});

it('asks for nothing where the steps that are left need nothing', () => {
  expect(
    neededForRetry({
      spec,
      state: {
        steps: { one: { status: 'completed' }, two: { status: 'completed' } },
      },
      maskedParameters: spec.maskedParameters!,
    }),
  ).toEqual([]);
});

describe('what a retry brings', () => {
  const needs = neededForRetry({
    spec,
    maskedParameters: spec.maskedParameters!,
  });
  const all = {
    'parameters.first': 'canary-1',
    'parameters.login.key': '{"a text":"that looks like JSON"}',
    'parameters.keys': '["canary-2"]',
    FIRST: 'canary-3',
    SECOND: 'canary-4',
  };

  it('is sorted into secrets and parameters', () => {
    expect(takeRetrySecrets({ taskId: 't', secrets: all, needs })).toEqual({
      secrets: { FIRST: 'canary-3', SECOND: 'canary-4' },
      hidden: {
        'parameters.first': '"canary-1"',
        'parameters.login.key': JSON.stringify(all['parameters.login.key']),
        'parameters.keys': '["canary-2"]',
      },
    });
  });

  it('is refused where something is missing, by name and without a value', () => {
    const { FIRST: _, ...given } = all;
    const take = () =>
      takeRetrySecrets({
        taskId: 't',
        secrets: { ...given, 'parameters.first': '' },
        needs,
      });
    expect(take).toThrow(/"parameters.first", "FIRST"/);
    expect(take).not.toThrow(/canary/);
  });

  it('is refused where it should be JSON', () => {
    const take = () =>
      takeRetrySecrets({
        taskId: 't',
        secrets: { ...all, 'parameters.keys': 'canary' },
        needs,
      });
    expect(take).toThrow(/"parameters.keys" must be JSON/);
    expect(take).not.toThrow(/canary/);
  });
});
