import type { ErrorLike } from '@backstage/errors';
import { causeOf, Problem } from '@callboard/page-parts';

/** Why something of GitHub could not be shown. A refusal is told in the backend's words, which name who can grant it. */
export function ActivityProblem(props: {
  /** What was being read, as in 'Could not read ...'. */
  what: string;
  error: ErrorLike;
  retry?: () => void;
}) {
  const { error } = props;
  return (
    <Problem
      {...props}
      refused={{ title: 'Not for everybody', words: causeOf(error) }}
    />
  );
}
