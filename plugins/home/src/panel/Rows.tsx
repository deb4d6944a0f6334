import type { KeyboardEvent, ReactNode } from 'react';
import { Link, Skeleton } from '@backstage/ui';
import { MiddleTruncated } from '@callboard/page-parts';
import styles from './Rows.module.css';

export interface RowItem {
  key: string;
  icon: ReactNode;
  name: string;
  /** Without it the row is text: there is no page to go to. */
  href?: string;
  /** What stands after the name, in grey. */
  detail?: ReactNode;
  action?: ReactNode;
}

/** A list of links, one line each. Arrow keys go from row to row. */
export function Rows(props: { label: string; items: RowItem[] }) {
  const { label, items } = props;
  return (
    // The links inside take the focus; the list only moves it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul className={styles.rows} aria-label={label} onKeyDown={moveFocus}>
      {items.map(({ key, icon, name, href, detail, action }) => (
        <li key={key} className={styles.row}>
          <span className={styles.icon} aria-hidden>
            {icon}
          </span>
          <span className={styles.name}>
            {href ? (
              <Link href={href} className={styles.link} data-row standalone>
                <MiddleTruncated text={name} />
              </Link>
            ) : (
              <MiddleTruncated text={name} />
            )}
          </span>
          {detail && <span className={styles.detail}>{detail}</span>}
          {action}
        </li>
      ))}
    </ul>
  );
}

/** The list's shape while its rows are under way. */
export function RowsSkeleton(props: { count: number }) {
  return (
    <div className={styles.rows} role="status" aria-label="Loading">
      {Array.from({ length: props.count }, (_, index) => (
        <div key={index} className={styles.row}>
          <Skeleton width={16} height={16} />
          <Skeleton width={`${48 - (index % 3) * 9}%`} height={12} />
        </div>
      ))}
    </div>
  );
}

/** Up, Down, Home and End among the links marked `data-row` inside the element that listens. */
export function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const links = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('a[data-row]'),
  ];
  const at = links.findIndex(link => link === document.activeElement);
  const target = {
    ArrowDown: links[at + 1],
    ArrowUp: links[at - 1],
    Home: links[0],
    End: links[links.length - 1],
  }[event.key];
  if (at < 0 || !target) return;
  event.preventDefault();
  target.focus();
}
