import { OutLink, type ShownStatus, StatusIcon } from '@callboard/page-parts';
import type { ServeStep } from '@callboard/plugin-connections-common';
import { credentialName } from '../hosts/credentialNames';
import { useOverview } from '../page/OverviewContext';
import styles from './ChainSteps.module.css';

const VERDICTS: Record<
  ServeStep['verdict'],
  { status: ShownStatus; word: string }
> = {
  used: { status: 'pass', word: 'Serves' },
  skipped: { status: 'off', word: 'Passed over' },
  failed: { status: 'fail', word: 'Failed' },
};

/** Each credential in the order asked, and why it serves or does not. */
export function ChainSteps(props: { steps: ServeStep[] }) {
  const { hosts } = useOverview().overview;
  return (
    <ol className={styles.steps} aria-label="Credentials in the order asked">
      {props.steps.map(
        ({ credentialId, kind, title, verdict, code, reason, link }) => {
          const isLater = code === 'not-needed';
          const { status, word } = VERDICTS[verdict];
          return (
            <li
              key={credentialId}
              className={styles.step}
              data-used={verdict === 'used'}
            >
              <StatusIcon status={status} word="" size={18} />
              <span className={styles.name}>
                <span className={styles.title}>
                  {kind === 'none'
                    ? title
                    : credentialName(credentialId, hosts, title)}
                </span>
                <span className={styles.verdict} data-status={status}>
                  {isLater ? 'Not asked' : word}
                </span>
              </span>
              <span className={styles.reason}>
                {reason}{' '}
                {link && <OutLink href={link}>Mend it at GitHub</OutLink>}
              </span>
            </li>
          );
        },
      )}
    </ol>
  );
}
