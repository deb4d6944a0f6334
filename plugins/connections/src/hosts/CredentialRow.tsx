import type { ReactNode } from 'react';
import {
  Disclosure,
  MiddleTruncated,
  type ShownStatus,
  StatusIcon,
} from '@callboard/page-parts';
import styles from './CredentialRow.module.css';

/** One credential on one line: what kind of thing it is, its name, how it does; the rest opens in place. */
export function CredentialRow(props: {
  kind: string;
  /** What such a thing is, for somebody who has not met one. */
  kindHint: string;
  name: string;
  status: ShownStatus;
  facts: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { kind, kindHint, name, status, facts, actions, children } = props;
  return (
    <Disclosure
      actions={actions}
      summary={
        <>
          <span className={styles.name}>
            <StatusIcon status={status} />{' '}
            <span className={styles.kind} title={kindHint}>
              {kind}
            </span>{' '}
            <span className={styles.strong}>
              <MiddleTruncated text={name} />
            </span>
          </span>{' '}
          <span className={styles.facts}>{facts}</span>
        </>
      }
    >
      {children}
    </Disclosure>
  );
}
