import {
  RiArrowRightUpLine,
  RiLinkM,
  RiSideBarFill,
  RiSideBarLine,
} from '@remixicon/react';
import { useEffect, useRef } from 'react';
import { Link, NavLink } from 'react-router-dom';
import type { Branding, BrandLink } from '../branding/Branding';
import { Logo } from '../branding/Logo';
import type { RailEntries, RailEntry } from './railEntries';
import { useShell } from './ShellContext';
import styles from './Rail.module.css';

/** The left rail: 224 px, 56 when collapsed, a drawer on small screens. */
export function Rail(props: { branding: Branding; entries: RailEntries }) {
  const { branding, entries } = props;
  const { collapsed, setCollapsed, drawerOpen, setDrawerOpen } = useShell();
  const railRef = useRef<HTMLElement>(null);

  useEffect(() => {
    if (!drawerOpen) return undefined;
    railRef.current?.querySelector<HTMLElement>('a')?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setDrawerOpen(false);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [drawerOpen, setDrawerOpen]);

  const items = (list: RailEntry[]) =>
    list.map(entry => (
      <li key={entry.id}>
        <NavLink
          className={styles.item}
          to={entry.href}
          end={entry.href === '/'}
          title={collapsed ? entry.title : undefined}
        >
          {entry.icon}
          <span className={styles.label}>{entry.title}</span>
        </NavLink>
      </li>
    ));

  return (
    <>
      <button
        type="button"
        className={styles.scrim}
        data-open={drawerOpen}
        aria-label="Close navigation"
        tabIndex={-1}
        onClick={() => setDrawerOpen(false)}
      />
      <nav
        ref={railRef}
        className={styles.rail}
        data-collapsed={collapsed}
        data-open={drawerOpen}
        aria-label="Main"
      >
        <div className={styles.brand}>
          <Link to="/" aria-label={`${branding.name}, home`}>
            <Logo branding={branding} iconOnly={collapsed && !drawerOpen} />
          </Link>
        </div>
        <ul className={styles.section}>{items(entries.main)}</ul>
        {entries.plugins.length > 0 && (
          <ul className={styles.section}>{items(entries.plugins)}</ul>
        )}
        {branding.links.length > 0 && (
          <ul className={styles.section} aria-label="Links">
            {branding.links.map(link => (
              <OwnLink key={link.url} link={link} />
            ))}
          </ul>
        )}
        <ul className={`${styles.section} ${styles.foot}`}>
          {items(entries.foot)}
          <li className={styles.toggle}>
            <button
              type="button"
              className={styles.item}
              aria-expanded={!collapsed}
              title={collapsed ? 'Widen the rail' : undefined}
              onClick={() => setCollapsed(!collapsed)}
            >
              {collapsed ? <RiSideBarFill /> : <RiSideBarLine />}
              <span className={styles.label}>
                {collapsed ? 'Widen the rail' : 'Collapse'}
              </span>
            </button>
          </li>
        </ul>
      </nav>
    </>
  );
}

function OwnLink(props: { link: BrandLink }) {
  const { title, url } = props.link;
  const content = (
    <>
      <RiLinkM />
      <span className={styles.label}>{title}</span>
    </>
  );
  return (
    <li>
      {url.startsWith('/') ? (
        <NavLink className={styles.item} to={url}>
          {content}
        </NavLink>
      ) : (
        <a
          className={styles.item}
          href={url}
          target="_blank"
          rel="noopener noreferrer"
        >
          {content}
          <span className={styles.away}>
            <RiArrowRightUpLine aria-label="opens in a new tab" />
          </span>
        </a>
      )}
    </li>
  );
}
