import {
  BreadcrumbEntry,
  PageLayout,
  type PageLayoutProps,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { NavLink, useResolvedPath } from 'react-router-dom';
import styles from './pageLayout.module.css';

/**
 * The frame of a page of the new frontend system. Its title stands in the top bar, so all that is left for a header
 * of its own are tabs and actions.
 */
function PortalPageLayout(props: PageLayoutProps) {
  const { title, titleLink, noHeader, headerActions, tabs, children } = props;
  const base = useResolvedPath('.').pathname.replace(/\/$/, '');
  if (noHeader) return <>{children}</>;

  const hasTabs = Boolean(tabs?.length);
  const hasActions = Array.isArray(headerActions)
    ? headerActions.length > 0
    : Boolean(headerActions);
  const content = (
    <>
      {(hasTabs || hasActions) && (
        <div className={styles.head}>
          {hasTabs && (
            <nav className={styles.tabs} aria-label={title}>
              {tabs?.map(tab => (
                <NavLink
                  key={tab.id}
                  className={styles.tab}
                  to={
                    tab.href.startsWith('/') ? tab.href : `${base}/${tab.href}`
                  }
                >
                  {tab.label}
                </NavLink>
              ))}
            </nav>
          )}
          {hasActions && <div className={styles.actions}>{headerActions}</div>}
        </div>
      )}
      {children}
    </>
  );
  return title ? (
    <BreadcrumbEntry entry={{ label: title, href: titleLink ?? (base || '/') }}>
      {content}
    </BreadcrumbEntry>
  ) : (
    content
  );
}

export const pageLayout = SwappableComponentBlueprint.make({
  name: 'core-page-layout',
  params: define =>
    define({ component: PageLayout, loader: () => PortalPageLayout }),
});
