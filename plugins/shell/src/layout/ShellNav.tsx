import type { NavContentComponentProps } from '@backstage/plugin-app-react';
import { useBranding } from '../branding/useBranding';
import { PaletteHost } from '../palette/PaletteHost';
import { Rail } from './Rail';
import { TopBar } from './TopBar';
import { useRailEntries } from './useRailEntries';

/** Rail and top bar. Both need the pages that the app has found, which only the nav extension is told. */
export function ShellNav(props: NavContentComponentProps) {
  const branding = useBranding();
  const entries = useRailEntries(props.navItems);
  return (
    <PaletteHost entries={entries} links={branding.links}>
      <Rail branding={branding} entries={entries} />
      <TopBar branding={branding} entries={entries} />
    </PaletteHost>
  );
}
