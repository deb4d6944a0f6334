import type { Pull } from '@callboard/plugin-github-common';

/** An open pull request of acme/shop. */
export function pullFixture(change: Partial<Pull> = {}): Pull {
  const { number = 12 } = change;
  return {
    repository: 'acme/shop',
    number,
    title: 'Sell by the dozen',
    url: `https://github.com/acme/shop/pull/${number}`,
    author: 'lena-fischer',
    state: 'open',
    isDraft: false,
    createdAt: '2026-11-20T09:00:00.000Z',
    updatedAt: '2026-11-26T09:00:00.000Z',
    base: 'main',
    head: 'dozen',
    additions: 120,
    deletions: 14,
    files: 6,
    size: 'M',
    checks: { state: 'success', failing: [], total: 3 },
    reviewers: [],
    asked: (change.reviewers ?? []).filter(({ state }) => state === 'requested')
      .length,
    labels: [],
    mergeable: 'yes',
    ...change,
  };
}
