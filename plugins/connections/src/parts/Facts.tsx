import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** Names and what they are, one pair a line. Pairs without a value are left out. */
export function Facts(props: {
  facts: Array<[name: string, value: ReactNode | undefined]>;
}) {
  return (
    <dl className={styles.facts}>
      {props.facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
