import { Skeleton } from '@backstage/ui';
import styles from './TeamComponentsTable.module.css';

/** The table's shape: its head, a team, and a handful of rows. */
export function TeamComponentsSkeleton() {
  return (
    <table
      className={styles.table}
      aria-busy="true"
      aria-label="Loading my teams’ components"
    >
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col" className={styles.type}>
            Type
          </th>
          <th scope="col" className={styles.lifecycle}>
            Lifecycle
          </th>
          <th scope="col" className={styles.system}>
            System
          </th>
        </tr>
      </thead>
      <tbody>
        <tr className={styles.team}>
          <td colSpan={4}>
            <Skeleton width={96} height={12} />
          </td>
        </tr>
        {[38, 52, 44, 60, 40].map(width => (
          <tr key={width} className={styles.row}>
            <td>
              <Skeleton width={`${width}%`} height={12} />
            </td>
            <td className={styles.type}>
              <Skeleton width={56} height={12} />
            </td>
            <td>
              <Skeleton width={64} height={12} />
            </td>
            <td className={styles.system}>
              <Skeleton width={72} height={12} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
