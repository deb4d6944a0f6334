import { useId, type ReactNode } from 'react';
import { BgProvider, Button, Link, Text } from '@backstage/ui';
import styles from './Panel.module.css';

/** One part of the page: a titled region with, at most, a count and one way to see more. */
export function Panel(props: {
  title: string;
  count?: number;
  more?: { href?: string; label: string };
  outdated?: { retry: () => void };
  isWide?: boolean;
  children: ReactNode;
}) {
  const { title, count, more, outdated, isWide, children } = props;
  const titleId = useId();
  return (
    <BgProvider bg="neutral-1">
      <section
        className={isWide ? `${styles.panel} ${styles.wide}` : styles.panel}
        aria-labelledby={titleId}
      >
        <header className={styles.header}>
          <Text as="h2" variant="body-medium" weight="bold" id={titleId}>
            {title}
          </Text>
          {count !== undefined && <span className={styles.count}>{count}</span>}
          <span className={styles.actions}>
            {outdated && (
              <Button size="small" variant="tertiary" onPress={outdated.retry}>
                Could not renew. Try again
              </Button>
            )}
            {more?.href && (
              <Link href={more.href} variant="body-small" standalone>
                {more.label}
              </Link>
            )}
          </span>
        </header>
        {children}
      </section>
    </BgProvider>
  );
}
