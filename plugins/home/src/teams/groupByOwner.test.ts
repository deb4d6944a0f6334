import { groupByOwner } from './groupByOwner';

const component = (name: string, ownerRef: string) => ({
  ref: `component:default/${name}`,
  name,
  ownerRef,
});

describe('groupByOwner', () => {
  const components = [
    component('a', 'group:default/zebra'),
    component('b', 'group:default/ant'),
    component('c', 'group:default/zebra'),
  ];
  const ownerName = (ref: string) => ref.split('/')[1];

  it('orders the teams by name and keeps the order within', () => {
    const groups = groupByOwner({ components, limit: 10, ownerName });
    expect(
      groups.map(({ ownerRef, total, shown }) => [
        ownerRef,
        total,
        shown.map(({ name }) => name),
      ]),
    ).toEqual([
      ['group:default/ant', 1, ['b']],
      ['group:default/zebra', 2, ['a', 'c']],
    ]);
  });

  it('shows no more rows than the limit, and no team without a row', () => {
    expect(
      groupByOwner({ components, limit: 2, ownerName }).map(({ shown }) =>
        shown.map(({ name }) => name),
      ),
    ).toEqual([['b'], ['a']]);
    expect(groupByOwner({ components, limit: 1, ownerName })).toHaveLength(1);
  });
});
