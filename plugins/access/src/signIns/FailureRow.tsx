import { Ago, Disclosure, MiddleTruncated } from '@callboard/page-parts';
import type { ExplainedSignInFailure } from '@callboard/plugin-access-common';
import { FailureDetails } from './FailureDetails';
import { kindWords } from './kindWords';
import styles from './FailureRow.module.css';

/** One failed sign-in on one line: its reference, why, who, with what, when. All else stands below it. */
export function FailureRow(props: {
  failure: ExplainedSignInFailure;
  isOpenAtFirst: boolean;
}) {
  const { failure, isOpenAtFirst } = props;
  const { reference, kind, person, provider, at, times } = failure;
  return (
    <div className={styles.failure}>
      <Disclosure
        isOpenAtFirst={isOpenAtFirst}
        summary={
          <span className={styles.summary}>
            <code className={styles.reference}>{reference}</code>{' '}
            <span className={styles.kind}>
              {kindWords[kind]}
              {times > 1 && <span className={styles.dim}> × {times}</span>}
            </span>{' '}
            <span className={styles.person}>
              <MiddleTruncated
                text={
                  person?.userName ??
                  person?.email ??
                  person?.subject ??
                  'nobody yet'
                }
              />
            </span>{' '}
            <span className={styles.provider}>{provider}</span>{' '}
            <span className={styles.when}>
              <Ago at={at} />
            </span>
          </span>
        }
      >
        <FailureDetails failure={failure} />
      </Disclosure>
    </div>
  );
}
