import { pullFixture } from '../../dev/pullsFixture';
import { pullViews, waitsForMe } from './pullViews';

const now = new Date('2026-11-27T09:00:00Z');
const pulls = [
  pullFixture({ number: 1 }),
  pullFixture({
    number: 2,
    author: null,
    isDraft: true,
    decision: 'review-required',
    reviewers: [{ login: 'lena-fischer', state: 'requested' }],
  }),
  pullFixture({
    number: 3,
    author: 'omar',
    reviewers: [{ team: 'checkout', state: 'requested' }],
  }),
  pullFixture({
    number: 4,
    author: 'omar',
    updatedAt: '2026-11-01T09:00:00.000Z',
    reviewers: [{ login: 'Lena-Fischer', state: 'requested' }],
  }),
  pullFixture({
    number: 5,
    author: 'omar',
    decision: 'approved',
    reviewers: [{ login: 'lena-fischer', state: 'approved' }],
  }),
];

describe('pullViews', () => {
  const of = (login?: string) =>
    Object.fromEntries(
      pullViews({ pulls, login, now }).map(view => [
        view.id,
        view.pulls.map(({ number }) => number),
      ]),
    );

  it('counts what is mine, waits, is a draft, or stale', () => {
    expect(of('lena-fischer')).toEqual({
      all: [1, 2, 3, 4, 5],
      mine: [1],
      // What waits for the person is first.
      waiting: [4, 3],
      drafts: [2],
      stale: [4],
    });
  });

  it('marks for the person only what waits', () => {
    expect(
      pulls
        .filter(pull => waitsForMe(pull, 'lena-fischer'))
        .map(({ number }) => number),
    ).toEqual([4]);
  });

  it('has no view of my own for who has no login', () => {
    expect(Object.keys(of())).toEqual(['all', 'waiting', 'drafts', 'stale']);
    expect(of().waiting).toEqual([3, 4]);
  });
});
