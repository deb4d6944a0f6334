import { Link } from '@backstage/ui';
import { RiArrowRightUpLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import styles from './OutLink.module.css';

/** A link; one that leaves the portal opens beside it and says so. */
export function OutLink(props: {
  href: string;
  children: ReactNode;
  title?: string;
}) {
  const { href, children, title } = props;
  const leaves = /^https?:/.test(href);
  return (
    <Link
      href={href}
      title={title}
      standalone
      className={styles.link}
      {...(leaves && { target: '_blank', rel: 'noopener noreferrer' })}
    >
      {children}
      {leaves && (
        <RiArrowRightUpLine
          size={12}
          className={styles.away}
          aria-label="(opens in a new tab)"
        />
      )}
    </Link>
  );
}
