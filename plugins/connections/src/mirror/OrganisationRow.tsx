import {
  Ago,
  Disclosure,
  MiddleTruncated,
  plural,
  type ShownStatus,
  StatusIcon,
} from '@callboard/page-parts';
import {
  judgeFreshness,
  type OrganisationStatus,
} from '@callboard/plugin-github-common';
import { HeldNotice } from './HeldNotice';
import { LagWords } from './LagWords';
import { OrganisationDetails } from './OrganisationDetails';
import styles from './OrganisationRow.module.css';

/** One organisation on one line: how it does, how many repositories, when it was looked at, how late changes are. What is held stands below it. */
export function OrganisationRow(props: {
  status: OrganisationStatus;
  /** Whether the name alone does not say which GitHub it is of. */
  hasOtherHosts: boolean;
  refresh(): void;
}) {
  const { status, hasOtherHosts, refresh } = props;
  const { host, organisation, repositories, lag, targetLagMs } = status;
  const troubles = judgeFreshness({ status, now: new Date() });
  const held = [status.held, status.heldPeople].filter(
    plan => plan !== undefined,
  );
  const last =
    status.lastIncrementalAt ?? status.lastFullAt ?? status.lastPeopleAt;
  const shown = worstOf([
    ...troubles.map(({ severity }) => severity),
    ...held.map(() => 'fail' as const),
  ]);
  return (
    <div className={styles.organisation}>
      <Disclosure
        summary={
          <>
            <span className={styles.name}>
              <StatusIcon status={shown} />{' '}
              <strong className={styles.strong}>
                <MiddleTruncated text={organisation} />
              </strong>
              {hasOtherHosts && <span className={styles.dim}> {host}</span>}
            </span>{' '}
            <span className={styles.facts}>
              {status.sources.length > 0
                ? plural(repositories, 'repository', 'repositories')
                : 'people and teams'}
              {', '}
              {last ? (
                <>
                  looked at <Ago at={last} />
                </>
              ) : (
                'not read yet'
              )}
            </span>{' '}
            {lag && <LagWords lag={lag} targetLagMs={targetLagMs} isShort />}
          </>
        }
      >
        <OrganisationDetails
          status={status}
          troubles={troubles}
          refresh={refresh}
        />
      </Disclosure>
      {held.map(plan => (
        <HeldNotice
          key={plan.id}
          plan={plan}
          organisation={organisation}
          refresh={refresh}
        />
      ))}
    </div>
  );
}

function worstOf(severities: ('warn' | 'fail')[]): ShownStatus {
  if (severities.includes('fail')) return 'fail';
  return severities.includes('warn') ? 'warn' : 'pass';
}
