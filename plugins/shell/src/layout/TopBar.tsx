import { RiMenuLine, RiSearchLine } from '@remixicon/react';
import type { Branding } from '../branding/Branding';
import { Bell } from '../notifications/Bell';
import { paletteShortcut, usePalette } from '../palette/PaletteContext';
import { PersonMenu } from '../person/PersonMenu';
import { Crumbs } from './Crumbs';
import type { RailEntries } from './railEntries';
import { useShell } from './ShellContext';
import styles from './TopBar.module.css';

export function TopBar(props: { branding: Branding; entries: RailEntries }) {
  const { drawerOpen, setDrawerOpen } = useShell();
  const palette = usePalette();
  return (
    <header className={styles.bar}>
      <button
        type="button"
        className={`${styles.button} ${styles.menu}`}
        aria-label="Open navigation"
        aria-expanded={drawerOpen}
        onClick={() => setDrawerOpen(true)}
      >
        <RiMenuLine size={18} />
      </button>
      <Crumbs entries={props.entries} portal={props.branding.name} />
      <button
        type="button"
        className={styles.search}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={palette.open}
      >
        <RiSearchLine size={16} />
        <span>Search or go to</span>
        <kbd>{paletteShortcut(navigator.platform)}</kbd>
      </button>
      <Bell />
      <PersonMenu branding={props.branding} />
    </header>
  );
}
