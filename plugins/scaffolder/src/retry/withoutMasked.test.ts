import { withoutMasked } from './withoutMasked';

it('leaves masked values out, and changes nothing else', () => {
  const values = {
    name: 'x',
    apiKey: 's1',
    deep: { key: 's2', open: 1 },
    list: [{ key: 's3', open: 2 }],
    'dotted.key': 's4',
  };
  expect(
    withoutMasked({
      values,
      masked: ['apiKey', 'deep.key', 'list.key', 'dotted.key', 'absent.x'],
    }),
  ).toEqual({ name: 'x', deep: { open: 1 }, list: [{ open: 2 }] });
  expect(values.apiKey).toBe('s1');
});
