import type { ErrorLike } from '@backstage/errors';
import { causeOf, Problem as SharedProblem } from '@callboard/page-parts';

/** Why something of the page could not be shown, and what to do about it. */
export function Problem(props: {
  /** What was being read, as in 'Could not read ...'. */
  what: string;
  error: ErrorLike;
  retry?: () => void;
}) {
  return (
    <SharedProblem
      {...props}
      refused={{
        title: 'This page is for those who run the portal',
        words: (
          <>
            It changes the catalog and opens pull requests, which takes the
            permission <code>connections.manage</code>. Ask one of the portal’s
            operators: the users and groups listed in{' '}
            <code>CALLBOARD_ADMINS</code>, or under{' '}
            <code>permission.callboard.admins</code> in the configuration.
          </>
        ),
      }}
      missing={`${causeOf(
        props.error,
      )} If this is the whole page, the portal’s backend lacks @callboard/plugin-github-backend.`}
    />
  );
}
