import { useBreadcrumbEntries } from '@backstage/frontend-plugin-api';
import { Link, useLocation } from 'react-router-dom';
import type { RailEntries } from './railEntries';
import { readCrumbs } from './readCrumbs';
import { useDocumentTitle } from './useDocumentTitle';
import styles from './TopBar.module.css';

export function Crumbs(props: { entries: RailEntries; portal: string }) {
  const { pathname } = useLocation();
  const { items } = useBreadcrumbEntries();
  const crumbs = readCrumbs({
    pathname,
    entries: props.entries,
    registered: items,
  });
  const page = crumbs[crumbs.length - 1]?.label;
  useDocumentTitle({ portal: props.portal, pathname, page });
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
