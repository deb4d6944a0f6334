import { useBreadcrumbEntries } from '@backstage/frontend-plugin-api';
import { Link, useLocation } from 'react-router-dom';
import type { RailEntries } from './railEntries';
import { readCrumbs } from './readCrumbs';
import styles from './TopBar.module.css';

export function Crumbs(props: { entries: RailEntries }) {
  const { pathname } = useLocation();
  const { items } = useBreadcrumbEntries();
  const crumbs = readCrumbs({
    pathname,
    entries: props.entries,
    registered: items,
  });
  return (
    <nav aria-label="Breadcrumb" style={{ display: 'contents' }}>
      <ol className={styles.crumbs}>
        {crumbs.map(({ label, href }) => (
          <li className={styles.crumb} key={`${label} ${href}`} title={label}>
            {href ? (
              <Link to={href}>{label}</Link>
            ) : (
              <span aria-current={href ? undefined : 'page'}>{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
