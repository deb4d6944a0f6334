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
}) {
  const { what, error, retry } = props;
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
        title="This page is for those who run the portal"
        action={action}
      >
        It names accounts, repositories and who spent what. To see {what}, ask
        one of its operators: the users and groups listed in{' '}
        <code>CALLBOARD_ADMINS</code>, or under{' '}
        <code>permission.callboard.admins</code> in the configuration.
      </Notice>
    );
  }
  if (status === 404) {
    return (
      <Notice
        role="alert"
        icon={<RiErrorWarningLine size={20} />}
        title={`Could not read ${what}`}
        action={action}
      >
        This portal&apos;s backend does not have the connections plugin. Add{' '}
        <code>@callboard/plugin-connections-backend</code> to it.
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
