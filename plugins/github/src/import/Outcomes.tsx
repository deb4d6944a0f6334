import { plural } from '@callboard/page-parts';
import type { ImportRun } from '@callboard/plugin-github-common';

const TITLES = {
  registered: 'registered',
  'pull-request': 'with a pull request',
  skipped: 'skipped',
  failed: 'failed',
} as const;

/** What came of the repositories so far, in one line. */
export function Outcomes(props: { run: ImportRun }) {
  const { items } = props.run;
  const counts = Object.entries(TITLES).flatMap(([status, title]) => {
    const count = items.filter(
      ({ outcome }) => outcome?.status === status,
    ).length;
    return count > 0
      ? [`${plural(count, 'repository', 'repositories')} ${title}`]
      : [];
  });
  if (counts.length === 0) return null;
  return <span data-testid="outcomes">{counts.join(', ')}</span>;
}
