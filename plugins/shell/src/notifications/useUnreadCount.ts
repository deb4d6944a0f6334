import { useApiHolder } from '@backstage/frontend-plugin-api';
import { notificationsApiRef } from '@backstage/plugin-notifications';
import { useSignal } from '@backstage/plugin-signals-react';
import { useEffect, useState } from 'react';

/** How many notifications are unread; undefined where notifications are not installed or cannot be asked. */
export function useUnreadCount(): number | undefined {
  const api = useApiHolder().get(notificationsApiRef);
  const { lastSignal } = useSignal('notifications');
  const [unread, setUnread] = useState<number>();

  useEffect(() => {
    let stale = false;
    api?.getStatus().then(
      status => !stale && setUnread(status.unread),
      () => !stale && setUnread(undefined),
    );
    return () => {
      stale = true;
    };
  }, [api, lastSignal]);

  return unread;
}
