import { RiKey2Line } from '@remixicon/react';
import type { RunCredential } from '@callboard/plugin-scaffolder-common';
import styles from './CredentialLine.module.css';

/** With which credential a step called another service, and why better ones did not serve. */
export function CredentialLine(props: {
  credential: RunCredential;
  action: string;
  isRunning: boolean;
}) {
  const { kind, title, passedOver = [] } = props.credential;
  const isPublishing = props.action.startsWith('publish:');
  const verb = props.isRunning
    ? (isPublishing && 'Publishing') || 'Running'
    : (isPublishing && 'Published') || 'Ran';
  return (
    <div className={styles.line}>
      <RiKey2Line size={14} className={styles.icon} aria-hidden />
      <div className={styles.words}>
        <p className={styles.text}>
          {kind === 'none' ? (
            `${verb} without a credential`
          ) : (
            <>
              {verb} with <strong>{title}</strong>
            </>
          )}
        </p>
        {passedOver.map(reason => (
          <p key={reason} className={styles.reason}>
            {reason}
          </p>
        ))}
      </div>
    </div>
  );
}
