import type { ReactNode } from 'react';
import { moveRowFocus } from '../moveRowFocus';
import styles from './CardRows.module.css';

export interface CardRow {
  key: string;
  icon?: ReactNode;
  /** A link carries `data-row`, so that arrows find it. */
  name: ReactNode;
  /** What is said on hover. */
  title?: string;
  /** What stands at the end, in grey. */
  detail?: ReactNode;
}

/** The lines of a card: an icon, a name, and what goes first where there is no room. */
export function CardRows(props: { label: string; children: CardRow[] }) {
  const { label, children } = props;
  return (
    // The links inside take the focus; the list only moves it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul className={styles.rows} aria-label={label} onKeyDown={moveRowFocus}>
      {children.map(({ key, icon, name, title, detail }) => (
        <li key={key} className={styles.row} title={title}>
          {icon}
          <span className={styles.name}>{name}</span>
          {detail && <span className={styles.detail}>{detail}</span>}
        </li>
      ))}
    </ul>
  );
}
