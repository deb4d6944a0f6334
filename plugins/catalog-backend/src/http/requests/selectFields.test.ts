import { selectFields } from './selectFields';

const entity = {
  apiVersion: 'a',
  kind: 'Component',
  metadata: {
    name: 'a',
    annotations: { 'backstage.io/x.y': '1', plain: '2', '.dot': '3' },
    tags: ['one', 'two'],
  },
  spec: { owner: null },
} as any;

describe('selectFields', () => {
  it.each([
    ['kind', { kind: 'Component' }],
    ['metadata.name', { metadata: { name: 'a' } }],
    [
      'metadata.annotations.backstage.io/x.y',
      { metadata: { annotations: { 'backstage.io/x.y': '1' } } },
    ],
    [
      'metadata.annotations..dot',
      { metadata: { annotations: { '.dot': '3' } } },
    ],
    ['metadata.tags.1', { metadata: { tags: [undefined, 'two'] } }],
    ['spec.owner', { spec: { owner: null } }],
    ['spec.owner.name', {}],
    ['metadata.annotations.backstage', {}],
    ['nothing', {}],
    ['constructor', {}],
    ['__proto__', {}],
    ['metadata.__proto__.polluted', {}],
    ['toString.name', {}],
  ])('keeps %s', (field, expected) => {
    const selected = selectFields([field])(entity);
    expect(JSON.stringify(selected)).toBe(JSON.stringify(expected));
  });

  it('is not led astray by an own __proto__', () => {
    const hostile = JSON.parse('{"kind":"a","__proto__":{"polluted":true}}');
    const selected = selectFields(['__proto__', '__proto__.polluted'])(hostile);
    expect((selected as any).polluted).toBeUndefined();
    expect(({} as any).polluted).toBeUndefined();
  });
});
