import { Ago } from '@callboard/page-parts';
import type { PeopleSync } from '@callboard/plugin-access-common';
import { took } from './parts/took';
import styles from './SyncTable.module.css';

/** The last syncs of a source, newest first. */
export function SyncTable({ syncs }: { syncs: PeopleSync[] }) {
  return (
    <table className={styles.table}>
      <caption className={styles.hidden}>The last syncs</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col" className={styles.wide}>
            By
          </th>
          <th scope="col" className={styles.medium}>
            Took
          </th>
          <th scope="col">Outcome</th>
          <th scope="col" className={styles.number}>
            Added
          </th>
          <th scope="col" className={`${styles.number} ${styles.medium}`}>
            Changed
          </th>
          <th scope="col" className={styles.number}>
            Removed
          </th>
        </tr>
      </thead>
      <tbody>
        {syncs.map(sync => (
          <tr key={sync.id} data-outcome={sync.outcome}>
            <td>
              <Ago at={sync.endedAt} />
            </td>
            <td className={styles.wide}>
              {sync.by === 'event' ? 'Event' : 'Schedule'}
            </td>
            <td className={styles.medium}>{took(sync)}</td>
            <td className={styles.outcome} title={sync.error}>
              {sync.outcome === 'read' ? 'Read' : 'Failed'}
            </td>
            <Count value={sync.added.count} />
            <Count value={sync.changed.count} isMinor />
            <Count value={sync.removed.count} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A minor one is left out where there is no room for it. */
function Count(props: { value: number; isMinor?: boolean }) {
  const { value, isMinor = false } = props;
  return (
    <td className={`${styles.number} ${isMinor ? styles.medium : ''}`}>
      {value.toLocaleString('en')}
    </td>
  );
}
