import { useId, type ReactNode } from 'react';
import styles from './Part.module.css';

/** A titled part of what a row shows when it is open. */
export function Part(props: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const { title, aside, children } = props;
  const titleId = useId();
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <header className={styles.header}>
        <h3 id={titleId} className={styles.title}>
          {title}
        </h3>
        {aside && <span className={styles.aside}>{aside}</span>}
      </header>
      {children}
    </section>
  );
}
