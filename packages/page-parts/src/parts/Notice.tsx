import type { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import styles from './Notice.module.css';

/** What stands in a panel that has nothing to list: what this is, and the one thing that fills it. */
export function Notice(props: {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  role?: 'alert';
}) {
  const { icon, title, children, action, role } = props;
  return (
    <div className={styles.notice} role={role}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <div className={styles.words}>
        <Text as="p" variant="body-medium" weight="bold">
          {title}
        </Text>
        {children && (
          <Text as="p" variant="body-small" color="secondary">
            {children}
          </Text>
        )}
        {action && <div className={styles.action}>{action}</div>}
      </div>
    </div>
  );
}
