import { Skeleton } from '@backstage/ui';
import styles from './Lines.module.css';

/** The shape of rows that are under way. */
export function Lines(props: { count: number; label?: string }) {
  return (
    <div
      className={styles.lines}
      role="status"
      aria-label={props.label ?? 'Loading'}
    >
      {Array.from({ length: props.count }, (_, index) => (
        <div key={index} className={styles.line}>
          <Skeleton width={16} height={16} />
          <Skeleton width={`${56 - (index % 3) * 11}%`} height={12} />
        </div>
      ))}
    </div>
  );
}
