import { useId, type ReactNode } from 'react';
import { BgProvider, Text } from '@backstage/ui';
import styles from './Panel.module.css';

/** One part of the page: a titled region with, at most, a count, a line of facts and actions. */
export function Panel(props: {
  title: ReactNode;
  icon?: ReactNode;
  count?: number;
  facts?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { title, icon, count, facts, actions, children } = props;
  const titleId = useId();
  return (
    <BgProvider bg="neutral-1">
      <section className={styles.panel} aria-labelledby={titleId}>
        <header className={styles.header}>
          {icon && <span className={styles.icon}>{icon}</span>}
          <Text
            as="h2"
            variant="body-medium"
            weight="bold"
            id={titleId}
            className={styles.title}
          >
            {title}
          </Text>
          {count !== undefined && <span className={styles.count}>{count}</span>}
          {facts && <span className={styles.facts}>{facts}</span>}
          {actions && <span className={styles.actions}>{actions}</span>}
        </header>
        {children}
      </section>
    </BgProvider>
  );
}
