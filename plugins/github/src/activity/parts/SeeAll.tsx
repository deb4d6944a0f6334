import { Link } from '@backstage/ui';
import styles from './SeeAll.module.css';

/** Leads from a card to its tab; nothing in an app without entity pages. */
export function SeeAll(props: { href: string | undefined; what?: string }) {
  const { href, what = 'See all' } = props;
  if (!href) return null;
  return (
    <Link href={href} standalone className={styles.link}>
      {what}
    </Link>
  );
}
