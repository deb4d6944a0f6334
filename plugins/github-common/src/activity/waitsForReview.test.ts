import { waitsForReview } from './waitsForReview';

describe('waitsForReview', () => {
  it.each([
    ['nobody is asked', { asked: 0 }, false],
    ['somebody is asked', { asked: 1 }, true],
    [
      'the branch demands a review',
      { asked: 0, decision: 'review-required' },
      true,
    ],
    ['it is approved', { asked: 0, decision: 'approved' }, false],
    [
      'one approved and one is still asked',
      { asked: 1, decision: 'approved' },
      true,
    ],
  ] as const)('where %s', (_, pull, expected) => {
    expect(waitsForReview({ ...pull, isDraft: false })).toBe(expected);
    // A draft waits for nobody.
    expect(waitsForReview({ ...pull, isDraft: true })).toBe(false);
  });
});
