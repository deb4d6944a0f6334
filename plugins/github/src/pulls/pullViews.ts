import { waitsForReview, type Pull } from '@callboard/plugin-github-common';

/** Open for longer without a change, a pull request is stale. */
const STALE_MS = 14 * 24 * 60 * 60_000;

export type PullViewId = 'all' | 'mine' | 'waiting' | 'drafts' | 'stale';

export interface PullView {
  id: PullViewId;
  title: string;
  pulls: Pull[];
}

const same = (a: string | null | undefined, b: string | undefined) =>
  a !== null && a !== undefined && a.toLowerCase() === b?.toLowerCase();

/** Whether the person is asked for a review and has not answered. Teams are not told apart here. */
export function waitsForMe(pull: Pull, login: string | undefined): boolean {
  return (
    waitsForReview(pull) &&
    pull.reviewers.some(
      reviewer => reviewer.state === 'requested' && same(reviewer.login, login),
    )
  );
}

/** The same open pull requests, looked at in five ways. `mine` is there only for those whose login is known. */
export function pullViews(options: {
  pulls: Pull[];
  login?: string;
  now: Date;
}): PullView[] {
  const { pulls, login, now } = options;
  const view = (
    id: PullViewId,
    title: string,
    shows: (pull: Pull) => boolean,
  ) => ({ id, title, pulls: pulls.filter(shows) });
  const waiting = view('waiting', 'Waiting for review', waitsForReview);
  // What waits for the person who looks comes first.
  waiting.pulls.sort(
    (a, b) => Number(waitsForMe(b, login)) - Number(waitsForMe(a, login)),
  );
  return [
    view('all', 'All', () => true),
    ...(login
      ? [view('mine', 'Mine', ({ author }) => same(author, login))]
      : []),
    waiting,
    view('drafts', 'Drafts', ({ isDraft }) => isDraft),
    view(
      'stale',
      'Stale',
      ({ updatedAt }) =>
        now.getTime() - new Date(updatedAt).getTime() > STALE_MS,
    ),
  ];
}
