import type { ErrorLike } from '@backstage/errors';
import { Problem } from '@callboard/page-parts';

/** Why something of the page could not be shown, and what to do about it. */
export function AccessProblem(props: {
  /** What was being read, as in 'Could not read ...'. */
  what: string;
  error: ErrorLike;
  retry?: () => void;
}) {
  return (
    <Problem
      {...props}
      refused={{
        title: 'This page is for those who run the portal',
        words: (
          <>
            It names people and what they may do. To see {props.what}, ask one
            of its operators: the users and groups listed in{' '}
            <code>CALLBOARD_ADMINS</code>, or under{' '}
            <code>permission.callboard.admins</code> in the configuration.
          </>
        ),
      }}
      missing={
        <>
          This portal&apos;s backend does not have the access plugin. Add{' '}
          <code>@callboard/plugin-access-backend</code> to it.
        </>
      }
    />
  );
}
