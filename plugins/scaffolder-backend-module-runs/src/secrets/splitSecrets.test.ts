import type { TaskSpec } from '@backstage/plugin-scaffolder-common';
import fc from 'fast-check';
import { joinSecrets } from './joinSecrets';
import { splitSecrets } from './splitSecrets';

const specOf = (parameters: any): TaskSpec => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  parameters,
  steps: [],
  output: {},
});

it('takes values out, and puts them back', () => {
  const spec = specOf({
    name: 'pay',
    apiKey: 'canary-1',
    login: { user: 'mel', key: 'canary-2' },
    'dotted.name': 'canary-3',
    keys: ['canary-4', { more: 'canary-5' }],
    empty: null,
  });
  const split = splitSecrets({
    spec,
    secretParameters: [
      'apiKey',
      'login.key',
      'dotted\\.name',
      'keys',
      'empty',
      'absent',
      'absent.too',
    ],
  });
  expect(JSON.stringify(split.spec)).not.toContain('canary');
  expect(split.spec.parameters).toEqual({
    name: 'pay',
    login: { user: 'mel' },
    empty: null,
  });
  expect(split.spec.maskedParameters).toEqual([
    'apiKey',
    'login.key',
    'dotted\\.name',
    'keys',
  ]);
  expect(split.hidden['parameters.apiKey']).toBe('"canary-1"');

  const joined = joinSecrets({ ...split, secrets: { TOKEN: 'canary-6' } });
  expect(joined.spec).toEqual(spec);
  expect(joined.secrets.TOKEN).toBe('canary-6');
  expect([...joined.values].sort()).toEqual([
    'canary-1',
    'canary-2',
    'canary-3',
    'canary-4',
    'canary-5',
    'canary-6',
  ]);
});

it('takes the whole value where the path goes deeper than it', () => {
  const { spec, hidden } = splitSecrets({
    spec: specOf({ key: 'canary' }),
    secretParameters: ['key.trim'],
  });
  expect(spec.parameters).toEqual({});
  expect(spec.maskedParameters).toEqual(['key']);
  expect(hidden).toEqual({ 'parameters.key': '"canary"' });
});

it('leaves a spec without secrets as it is', () => {
  const spec = specOf({ a: 1 });
  expect(splitSecrets({ spec, secretParameters: ['b'] })).toEqual({
    spec,
    hidden: {},
  });
});

it('takes of the credentials of whoever started the run only the token', () => {
  const { values } = joinSecrets({
    spec: specOf({}),
    hidden: {},
    secrets: {
      backstageToken: 'canary-1',
      __initiatorCredentials: JSON.stringify({
        principal: { userEntityRef: 'user:default/mel' },
        token: 'canary-2',
      }),
    },
  });
  expect(values).toEqual(['canary-1', 'canary-2']);
});

it('gives back whatever was taken, whatever the names', () => {
  const name = fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'a.b', 'a\\', '.', ''),
    fc.string({ maxLength: 4 }),
  );
  fc.assert(
    fc.property(
      fc.dictionary(name, fc.dictionary(name, fc.jsonValue())),
      parameters => {
        const before = JSON.stringify(parameters);
        const paths = Object.entries(parameters).flatMap(([outer, inner]) =>
          Object.keys(inner).map(key =>
            [outer, key].map(each => each.replace(/[\\.]/g, '\\$&')).join('.'),
          ),
        );
        const split = splitSecrets({
          spec: specOf(parameters),
          secretParameters: paths,
        });
        expect(JSON.stringify(parameters)).toBe(before);
        const joined = joinSecrets(split);
        expect(sorted(joined.spec.parameters)).toEqual(
          sorted(JSON.parse(before)),
        );
      },
    ),
    { numRuns: 200, seed: 7 },
  );
});

function sorted(value: any): any {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.keys(value)
    .sort()
    .map(key => [key, sorted(value[key])]);
}
