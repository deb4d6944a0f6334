import { RiKey2Line } from '@remixicon/react';
import type { RunCredential } from '@callboard/plugin-scaffolder-common';
import type { StepStatus } from '../run/RunState';
import styles from './CredentialLine.module.css';

/** With which credential a step called another service, and why better ones did not serve. */
export function CredentialLine(props: {
  credential: RunCredential;
  action: string;
  /** A step that failed has not done what it is for. */
  status: StepStatus;
}) {
  const { credential, action, status } = props;
  const { kind, title, passedOver = [] } = credential;
  const verb = verbFor({ action, status });
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

/** What the step does or did, as the credential allowed it: 'Tried to publish', 'Ran'. */
function verbFor(options: { action: string; status: StepStatus }): string {
  const isPublishing = options.action.startsWith('publish:');
  switch (options.status) {
    case 'running':
      return isPublishing ? 'Publishing' : 'Running';
    case 'done':
      return isPublishing ? 'Published' : 'Ran';
    // Whatever ended it, or takes it up again: it was not done.
    default:
      return isPublishing ? 'Tried to publish' : 'Tried';
  }
}
