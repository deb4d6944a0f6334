import {
  Ago,
  Disclosure,
  MiddleTruncated,
  plural,
} from '@callboard/page-parts';
import type { PeopleSource } from '@callboard/plugin-access-common';
import { SourceStatus } from './parts/SourceStatus';
import { statusOfSource } from './parts/statusOfSource';
import { SourceDetails } from './SourceDetails';
import styles from './SourceRow.module.css';
import { SyncButton } from './SyncButton';

/** A source on one line: how it does, how many users and groups, when it was read. All else stands below it. */
export function SourceRow(props: {
  source: PeopleSource;
  mayManage: boolean;
  /** Somebody has asked for a sync. */
  onAsked(): void;
}) {
  const { source, mayManage, onAsked } = props;
  const { title, users, groups, troubles } = source;
  return (
    <div className={styles.source}>
      <Disclosure
        isOpenAtFirst={troubles.length > 0}
        summary={
          <span className={styles.summary}>
            <span className={styles.name}>
              <SourceStatus status={statusOfSource(source)} />
              <strong className={styles.strong}>
                <MiddleTruncated text={title} />
              </strong>
            </span>
            <span className={styles.counts}>
              {users !== undefined &&
                groups !== undefined &&
                `${plural(users, 'user')}, ${plural(groups, 'group')}`}
            </span>
            <span className={styles.when}>
              <LastRead source={source} />
            </span>
          </span>
        }
        actions={
          mayManage &&
          source.canSync && <SyncButton source={source} onAsked={onAsked} />
        }
      >
        <SourceDetails source={source} />
      </Disclosure>
    </div>
  );
}

function LastRead({ source }: { source: PeopleSource }) {
  const { schedule, lastReadAt, lastSync } = source;
  if (schedule?.runningSince) return <>Being read now</>;
  if (lastSync?.outcome === 'failed') {
    return (
      <>
        Failed <Ago at={lastSync.endedAt} />
      </>
    );
  }
  if (!lastReadAt) return <>Not read yet</>;
  return (
    <>
      Read <Ago at={lastReadAt} />
    </>
  );
}
