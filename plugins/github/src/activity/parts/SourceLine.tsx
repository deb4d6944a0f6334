import { Ago, StatusIcon, useTick } from '@callboard/page-parts';
import type { Answer } from '@callboard/plugin-github-common';
import styles from './SourceLine.module.css';

const TICK_MS = 30_000;

type Answered = Answer<unknown> & { state: 'answered' };

/** Where what is shown comes from and how old it is: when GitHub said so, by which credential, and since when it may be wrong. */
export function SourceLine(props: {
  answer: Pick<Answered, 'askedAt' | 'outdated'> & {
    fresh?: Answered['fresh'];
  };
  /** The title of the credential that asked. */
  by?: string;
}) {
  const { askedAt, fresh, outdated } = props.answer;
  const by = props.by ? ` by ${props.by}` : '';
  useTick(TICK_MS);
  if (outdated) {
    return (
      <p className={styles.line} data-outdated>
        <StatusIcon status="warn" word="" size={14} />
        <span>
          As GitHub had it <Ago at={askedAt} />, and it may have changed since{' '}
          <Ago at={outdated.since} />: {outdated.reason}
          {/[.!?]$/.test(outdated.reason) ? ' ' : '. '}
          {outdated.until && (
            <>
              Asked again <Ago at={outdated.until} />.
            </>
          )}
        </span>
      </p>
    );
  }
  return (
    <p className={styles.line}>
      <span>
        Asked at GitHub <Ago at={askedAt} />
        {by}
        {fresh === 'events' && ', which tells of every change since'}
      </span>
    </p>
  );
}
