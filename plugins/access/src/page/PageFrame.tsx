import { useEffect, useRef } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router-dom';
import type { AccessSection } from './sections';
import styles from './PageFrame.module.css';

/** What all parts of the page have around them: the tabs. */
export function PageFrame(props: { base: string; sections: AccessSection[] }) {
  const { base, sections } = props;
  const tabsRef = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    // On a small screen the tabs scroll; the one that is shown has to be seen.
    tabsRef.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.hidden}>Access</h1>
        <nav ref={tabsRef} className={styles.tabs} aria-label="Access">
          {sections.map(({ path, label }) => (
            <NavLink key={path} to={`${base}/${path}`} className={styles.tab}>
              {label}
            </NavLink>
          ))}
        </nav>
      </div>
      <div className={styles.body}>
        <Outlet />
      </div>
    </main>
  );
}
