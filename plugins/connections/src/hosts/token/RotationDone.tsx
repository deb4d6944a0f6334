import type { RotationResult } from '@callboard/plugin-connections-common';
import { StatusWords } from '../../parts/StatusWords';
import { tokenName } from '../credentialNames';
import styles from './RotateDialog.module.css';

/** What a rotation did, and what is left to do. */
export function RotationDone(props: { result: RotationResult }) {
  const { host, owner, warnings, kept, advice, replaces } = props.result;
  return (
    <div className={styles.body} role="status">
      <StatusWords status="pass">
        Switched: {tokenName(props.result)} of {owner} serves {host} now
      </StatusWords>
      {warnings.length > 0 && (
        <>
          <StatusWords status="warn">It works, but:</StatusWords>
          <ul className={styles.warnings}>
            {warnings.map(warning => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.text}>
        {kept === 'data-directory'
          ? 'It is kept in the data directory, and so in use after a restart.'
          : 'It is kept until the portal stops. Put it into your configuration before that, or give the portal a data directory.'}
      </p>
      <p className={styles.text}>
        <strong>The old one ({tokenName({ fingerprint: replaces })}):</strong>{' '}
        {advice}
      </p>
    </div>
  );
}
