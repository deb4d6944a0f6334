import { Alert } from '@backstage/ui';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import type { FailureLog } from './FailureLog';
import styles from './FailureNotice.module.css';

/** A plugin's page, and above it why it is empty. Several plugins show the same for "nothing there" and "nobody answers". */
export function FailureNotice(props: {
  /** Who does not answer, for example "Jenkins". */
  name: string;
  failures: FailureLog;
  children: ReactNode;
}) {
  const { name, failures, children } = props;
  const message = useSyncExternalStore(failures.subscribe, failures.latest);
  // What failed for one entity is not to be read on the page of another.
  useEffect(() => () => failures.clear(), [failures]);
  return (
    <>
      {message && (
        <div role="alert" className={styles.notice}>
          <Alert
            status="danger"
            icon
            title={`The request to ${name} failed`}
            description={message}
          />
        </div>
      )}
      {children}
    </>
  );
}
