import { createPrivateKey } from 'node:crypto';
import { Variables } from '../variables/Variables';
import type { PresetVariable } from './Preset';
import { valueOf } from './valueOf';
import { privateKey } from '../testing/privateKey';

const BASE: PresetVariable = {
  description: 'A variable.',
  required: true,
  secret: false,
  type: 'string',
  list: false,
  aliases: [],
  rights: [],
  trust: false,
};
const find = (
  env: Record<string, string>,
  part: Partial<PresetVariable> = {},
) =>
  valueOf({
    name: 'A',
    definition: { ...BASE, ...part },
    variables: new Variables({ env }),
  });

it.each([
  ['as it is', { A: privateKey }],
  ['with \\n for line breaks', { A: privateKey.replace(/\n/g, '\\n') }],
  ['with \\\\n for line breaks', { A: privateKey.replace(/\n/g, '\\\\n') }],
  ['with \\r\\n for line breaks', { A: privateKey.replace(/\n/g, '\\r\\n') }],
  ['with spaces for line breaks', { A: privateKey.replace(/\n/g, ' ') }],
  ['in base64', { A_BASE64: Buffer.from(privateKey).toString('base64') }],
])('takes a private key %s', (_, env) => {
  const found = find(env, { type: 'pem', secret: true })!;
  expect(found.flaw).toBeUndefined();
  expect(
    createPrivateKey(found.text).export({ type: 'pkcs1', format: 'pem' }),
  ).toBe(privateKey);
});

it('gives lists, numbers and switches their own type', () => {
  expect(find({ A: ' a, b ,,c ' }, { list: true })?.value).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(find({ A: '42' }, { type: 'integer' })?.value).toBe(42);
  expect(find({ A: 'TRUE' }, { type: 'boolean' })?.value).toBe(true);
  expect(find({ A: 'https://x.example.com/a/' }, { type: 'url' })?.value).toBe(
    'https://x.example.com/a',
  );
});

it('reads an alias while the variable is unset, and not where another one bars it', () => {
  const aliases = [{ name: 'B', unless: 'C', note: 'B serves as A.' }];
  expect(find({ B: 'b' }, { aliases })).toMatchObject({
    name: 'B',
    text: 'b',
    note: 'B serves as A.',
  });
  expect(find({ A: 'a', B: 'b' }, { aliases })).toMatchObject({
    name: 'A',
    note: undefined,
  });
  expect(find({ B: 'b', C: 'c' }, { aliases })).toBeUndefined();
});

it('falls back to the default, also from a blank value', () => {
  expect(find({ A: ' ' }, { default: 'd' })).toMatchObject({
    text: 'd',
    isDefault: true,
  });
});

it('checks the whole value against the pattern', () => {
  const pattern = '[a-z]+';
  expect(find({ A: 'abc' }, { pattern })?.flaw).toBeUndefined();
  expect(find({ A: 'abc1' }, { pattern })?.flaw).toBe(
    'does not have the expected form',
  );
  expect(find({ A: 'a,B' }, { pattern, list: true })?.flaw).toBe(
    'has an item that does not have the expected form',
  );
});
