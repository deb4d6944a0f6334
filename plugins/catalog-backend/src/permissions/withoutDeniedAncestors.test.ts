import { withoutDeniedAncestors } from './withoutDeniedAncestors';

function item(name: string, parents: string[]) {
  return {
    entity: { apiVersion: 'a', kind: 'K', metadata: { name } },
    parentEntityRefs: parents.map(parent => `k:default/${parent}`),
  };
}

const ancestry = {
  rootEntityRef: 'k:default/root',
  items: [
    item('root', ['left', 'right']),
    item('left', ['top']),
    item('right', ['other']),
    item('top', []),
    item('other', []),
  ],
};

describe('withoutDeniedAncestors', () => {
  it('changes nothing when nothing is denied', () => {
    expect(withoutDeniedAncestors({ ancestry, denied: new Set() })).toBe(
      ancestry,
    );
  });

  it('hides what is denied and what is above it', () => {
    const denied = new Set(['k:default/left']);
    expect(withoutDeniedAncestors({ ancestry, denied })).toEqual({
      rootEntityRef: 'k:default/root',
      items: [
        item('root', ['left', 'right']),
        item('right', ['other']),
        item('other', []),
      ],
    });
  });

  it('ends with entities that are parents of each other', () => {
    const circle = {
      rootEntityRef: 'k:default/a',
      items: [item('a', ['b']), item('b', ['c']), item('c', ['b'])],
    };
    const denied = new Set(['k:default/c']);
    expect(withoutDeniedAncestors({ ancestry: circle, denied }).items).toEqual([
      item('a', ['b']),
    ]);
  });
});
