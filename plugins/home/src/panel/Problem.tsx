import type { ErrorLike } from '@backstage/errors';
import { Problem as SharedProblem } from '@callboard/page-parts';

/** Why a panel could not be filled, and what to do about it. */
export function Problem(props: {
  /** What was being read, as in 'Could not read ...'. */
  what: string;
  error: ErrorLike;
  retry: () => void;
}) {
  return (
    <SharedProblem
      {...props}
      refused={{
        title: `You may not read ${props.what}`,
        words: 'Whoever runs this portal can give you the right to.',
      }}
    />
  );
}
