import type { ReactNode } from 'react';
import { type ShownStatus, StatusIcon } from '@callboard/page-parts';
import styles from './StatusWords.module.css';

/** A status with the words that say what is so. */
export function StatusWords(props: {
  status: ShownStatus;
  children: ReactNode;
  title?: string;
}) {
  const { status, children, title } = props;
  return (
    <span className={styles.words} data-status={status} title={title}>
      <StatusIcon status={status} word="" size={14} />
      <span className={styles.text}>{children}</span>
    </span>
  );
}
