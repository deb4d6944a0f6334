import type {
  Pull,
  PullReviewer,
  PullSize,
} from '@callboard/plugin-github-common';
import type { RawPull } from './pullFields';
import { toChecks } from './toChecks';
import { toDecision } from './toDecision';

const SIZES: [number, PullSize][] = [
  [10, 'XS'],
  [50, 'S'],
  [250, 'M'],
  [1000, 'L'],
];
const MERGEABLE = {
  MERGEABLE: 'yes',
  CONFLICTING: 'conflicting',
  UNKNOWN: 'unknown',
} as const;
const REVIEWS: Record<string, PullReviewer['state']> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
};

/** A pull request as GraphQL has it. Checks that GitHub does not tell are left out. */
export function toPull(raw: RawPull): Pull {
  const { additions, deletions } = raw;
  const decision = toDecision(raw.reviewDecision);
  const rollup = raw.commits?.nodes[0]?.commit?.statusCheckRollup;
  return {
    repository: raw.repository.nameWithOwner,
    number: raw.number,
    title: raw.title,
    url: raw.url,
    author: raw.author?.login ?? null,
    state: raw.state.toLowerCase() as Pull['state'],
    isDraft: raw.isDraft,
    createdAt: raw.createdAt,
    updatedAt: raw.updatedAt,
    base: raw.baseRefName,
    head: raw.headRefName,
    additions,
    deletions,
    files: raw.changedFiles,
    size: sizeOf(additions + deletions),
    ...(rollup !== undefined && { checks: toChecks(rollup) }),
    ...(decision && { decision }),
    reviewers: reviewersOf(raw),
    asked: raw.reviewRequests?.totalCount ?? 0,
    labels: (raw.labels?.nodes ?? []).flatMap(label =>
      label ? [label.name] : [],
    ),
    mergeable: MERGEABLE[raw.mergeable] ?? 'unknown',
  };
}

/** Who is asked again after a review waits again. */
function reviewersOf(raw: RawPull): PullReviewer[] {
  const requested = (raw.reviewRequests?.nodes ?? []).flatMap(
    (node): PullReviewer[] => {
      const { login, slug } = node?.requestedReviewer ?? {};
      if (login) return [{ login, state: 'requested' }];
      return slug ? [{ team: slug, state: 'requested' }] : [];
    },
  );
  const asked = new Set(requested.map(({ login }) => login));
  const reviewed = (raw.latestReviews?.nodes ?? []).flatMap(
    (node): PullReviewer[] => {
      const login = node?.author?.login;
      const state = REVIEWS[node?.state ?? ''];
      return login && state && !asked.has(login) ? [{ login, state }] : [];
    },
  );
  return [...requested, ...reviewed];
}

function sizeOf(lines: number): PullSize {
  return SIZES.find(([below]) => lines < below)?.[1] ?? 'XL';
}
