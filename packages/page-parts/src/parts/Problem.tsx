import type { ReactNode } from 'react';
import { Button } from '@backstage/ui';
import type { ErrorLike } from '@backstage/errors';
import { RiErrorWarningLine, RiLock2Line } from '@remixicon/react';
import { causeOf } from '../data/causeOf';
import { statusOf } from '../data/statusOf';
import { Notice } from './Notice';

/** Why something could not be shown, and what to do about it. */
export function Problem(props: {
  /** What was being read, as in 'Could not read ...'. */
  what: string;
  error: ErrorLike;
  retry?: () => void;
  /** What stands there for those who may not see it. */
  refused: { title: string; words: ReactNode };
  /** What a 404 means. @defaultValue what the server said */
  missing?: ReactNode;
}) {
  const { what, error, retry, refused, missing } = props;
  const status = statusOf(error);
  const action = retry && (
    <Button size="small" variant="secondary" onPress={retry}>
      Try again
    </Button>
  );
  if (status === 403) {
    return (
      <Notice
        role="alert"
        icon={<RiLock2Line size={20} />}
        title={refused.title}
        action={action}
      >
        {refused.words}
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
      {explained({ status, error, missing })}
    </Notice>
  );
}

function explained(options: {
  status: number | undefined;
  error: ErrorLike;
  missing?: ReactNode;
}) {
  const { status, error, missing } = options;
  if (status === 401)
    return 'Your sign-in has ended. Sign in again, then come back to this page.';
  return (status === 404 && missing) || causeOf(error);
}
