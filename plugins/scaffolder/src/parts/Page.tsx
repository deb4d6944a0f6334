import type { ReactNode } from 'react';
import styles from './Page.module.css';

/** What the plugin's pages stand in, below the tabs of Create. */
export function Page(props: { children: ReactNode }) {
  return (
    <div className={styles.page}>
      <div className={styles.body}>{props.children}</div>
    </div>
  );
}
