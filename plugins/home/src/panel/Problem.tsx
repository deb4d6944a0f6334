import { Button } from '@backstage/ui';
import type { ErrorLike } from '@backstage/errors';
import { RiErrorWarningLine, RiLock2Line } from '@remixicon/react';
import { Notice } from './Notice';

/** Why a panel could not be filled, and what to do about it. */
export function Problem(props: {
  /** What was being read, as in 'Could not read ...'. */
  what: string;
  error: ErrorLike;
  retry: () => void;
}) {
  const { what, error, retry } = props;
  const status = statusOf(error);
  const action = (
    <Button size="small" variant="secondary" onPress={retry}>
      Try again
    </Button>
  );
  if (status === 403) {
    return (
      <Notice
        role="alert"
        icon={<RiLock2Line size={20} />}
        title={`You may not read ${what}`}
        action={action}
      >
        Whoever runs this portal can give you the right to.
      </Notice>
    );
  }
  return (
    <Notice
      role="alert"
      icon={<RiErrorWarningLine size={20} />}
      title={`Could not read ${what}`}
      action={action}
    >
      {status === 401
        ? 'Your sign-in has ended. Sign in again, then come back to this page.'
        : causeOf(error)}
    </Notice>
  );
}

/** The HTTP status of a response error. */
function statusOf(error: ErrorLike): number | undefined {
  if (typeof error.statusCode === 'number') return error.statusCode;
  return error.name === 'NotAllowedError' ? 403 : undefined;
}

/** What the server said, rather than what the client made of it. */
function causeOf(error: ErrorLike): string {
  const cause = error.cause as ErrorLike | undefined;
  if (error.name === 'TypeError' && /fetch|network/i.test(error.message))
    return 'The portal does not answer. Check your connection, or whether the portal is running.';
  return cause?.message ?? error.message;
}
