import { RiNotification3Line } from '@remixicon/react';
import { Link } from 'react-router-dom';
import styles from '../layout/TopBar.module.css';
import { useUnreadCount } from './useUnreadCount';

export function Bell() {
  const unread = useUnreadCount();
  return (
    <Link
      to="/notifications"
      className={styles.button}
      aria-label={unread ? `Notifications, ${unread} unread` : 'Notifications'}
    >
      <RiNotification3Line size={18} />
      {Boolean(unread) && (
        <span className={styles.count} aria-hidden="true">
          {unread! > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
