import { maskForReview } from './maskForReview';

it('masks what any page marks as a secret, also in lists and objects', () => {
  const schemas = [
    {
      properties: {
        a: { 'ui:widget': 'password' },
        b: { 'ui:field': 'secret' },
        list: {
          items: { properties: { c: { format: 'password' }, open: {} } },
        },
        keys: { type: 'array', items: { 'ui:widget': 'password' } },
      },
      dependencies: {
        a: { oneOf: [{ properties: { d: { writeOnly: true } } }] },
      },
    },
  ];
  const values = {
    a: 'x1',
    b: 'x2',
    list: [{ c: 'x3', open: 'seen' }],
    keys: ['x4'],
    d: 'x5',
    empty: '',
    name: 'seen',
  };
  const shown = maskForReview({ values, schemas });
  expect(JSON.stringify(shown)).not.toMatch(/x\d/);
  expect(shown).toMatchObject({ list: [{ open: 'seen' }], name: 'seen' });
});
