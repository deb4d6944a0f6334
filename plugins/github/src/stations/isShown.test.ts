import type { Entity } from '@backstage/catalog-model';
import type { Stations } from '@callboard/plugin-github-common';
import { isNew } from './isNew';
import { isShown } from './isShown';

const now = new Date('2026-11-27T10:00:00Z');

describe('isShown', () => {
  it.each<[string, Partial<Stations>, boolean]>([
    ['under way', { state: 'under-way' }, true],
    ['stuck', { state: 'stuck' }, true],
    ['just done', { state: 'done', doneAt: '2026-11-27T09:10:00Z' }, true],
    ['long done', { state: 'done', doneAt: '2026-11-27T08:10:00Z' }, false],
    ['done at an unknown time', { state: 'done' }, false],
    ['old', { state: 'stuck', createdAt: '2026-11-01T10:00:00Z' }, false],
  ])('%s: %j is %s', (_what, stations, expected) => {
    expect(
      isShown({
        stations: {
          createdAt: '2026-11-27T08:00:00Z',
          steps: [],
          ...stations,
        } as Stations,
        now,
      }),
    ).toBe(expected);
  });
});

describe('isNew', () => {
  it.each([
    ['2026-11-26T10:00:00Z', true],
    ['2026-11-19T10:00:00Z', false],
    ['nonsense', false],
    [undefined, false],
  ])('seen at %s: %s', (seenAt, expected) => {
    const entity: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'shop',
        ...(seenAt && { annotations: { 'callboard/seen-at': seenAt } }),
      },
    };
    expect(isNew({ entity, now })).toBe(expected);
  });
});
