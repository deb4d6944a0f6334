import { useState } from 'react';
import type { TraceItem } from '@callboard/plugin-connections-common';
import table from '../parts/Table.module.css';
import { CallRow } from './CallRow';
import styles from './CallsTable.module.css';

/** One request a row; a row opens below itself. */
export function CallsTable(props: { calls: TraceItem[] }) {
  const { calls } = props;
  const [openId, setOpenId] = useState<number>();
  const showsHost = new Set(calls.map(({ host }) => host)).size > 1;
  return (
    <table className={`${table.table} ${table.inset} ${styles.calls}`}>
      <thead>
        <tr>
          <th scope="col" className={styles.time}>
            Time
          </th>
          <th scope="col" className={styles.plugin}>
            Plugin
          </th>
          {showsHost && (
            <th scope="col" className={styles.host}>
              Host
            </th>
          )}
          <th scope="col" className={`${styles.person} ${styles.roomy}`}>
            Person
          </th>
          <th scope="col">Request</th>
          <th scope="col" className={styles.credential}>
            Credential
          </th>
          <th scope="col" className={styles.status}>
            Status
          </th>
          <th
            scope="col"
            className={`${styles.small} ${styles.roomy} ${table.number}`}
          >
            Cost
          </th>
          <th
            scope="col"
            className={`${styles.left} ${styles.roomy} ${table.number}`}
          >
            Left
          </th>
          <th
            scope="col"
            className={`${styles.left} ${styles.roomy} ${styles.last} ${table.number}`}
          >
            Waited
          </th>
        </tr>
      </thead>
      <tbody>
        {calls.map(call => (
          <CallRow
            key={call.id}
            call={call}
            showsHost={showsHost}
            isOpen={openId === call.id}
            onToggle={() => setOpenId(openId === call.id ? undefined : call.id)}
          />
        ))}
      </tbody>
    </table>
  );
}
