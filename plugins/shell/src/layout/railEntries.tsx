import {
  RiApps2Line,
  RiBookOpenLine,
  RiBracesLine,
  RiFileAddLine,
  RiGitRepositoryLine,
  RiHome5Line,
  RiKey2Line,
  RiNodeTree,
  RiPlugLine,
  RiPulseLine,
  RiSettings3Line,
  RiShapesLine,
} from '@remixicon/react';
import type {
  NavContentNavItem,
  NavContentNavItems,
} from '@backstage/plugin-app-react';
import type { ReactNode } from 'react';

export interface RailEntry {
  id: string;
  title: string;
  href: string;
  icon: ReactNode;
}

export interface RailEntries {
  main: RailEntry[];
  /** What other plugins add. */
  plugins: RailEntry[];
  /** For those who run the portal, and settings. */
  foot: RailEntry[];
  /** Pages that have a place of their own in the top bar; the command palette names them all the same. */
  elsewhere: RailEntry[];
}

const ICON = { size: 18 } as const;

const MAIN: Record<string, { title: string; icon: ReactNode }> = {
  'page:home': { title: 'Home', icon: <RiHome5Line {...ICON} /> },
  'page:catalog': { title: 'Catalog', icon: <RiShapesLine {...ICON} /> },
  'page:api-docs': { title: 'APIs', icon: <RiBracesLine {...ICON} /> },
  'page:techdocs': { title: 'Docs', icon: <RiBookOpenLine {...ICON} /> },
  'page:scaffolder': { title: 'Create', icon: <RiApps2Line {...ICON} /> },
};

const FOOT: Record<string, { title: string; icon: ReactNode }> = {
  'page:catalog-import': {
    title: 'Register',
    icon: <RiFileAddLine {...ICON} />,
  },
  'page:github': {
    title: 'Import',
    icon: <RiGitRepositoryLine {...ICON} />,
  },
  'page:connections': { title: 'Connections', icon: <RiPlugLine {...ICON} /> },
  'page:access': { title: 'Access', icon: <RiKey2Line {...ICON} /> },
  'page:devtools': { title: 'Diagnostics', icon: <RiPulseLine {...ICON} /> },
  'page:user-settings': {
    title: 'Settings',
    icon: <RiSettings3Line {...ICON} />,
  },
};

const ELSEWHERE: Record<string, { title: string; icon?: ReactNode }> = {
  'page:catalog-graph': {
    title: 'Catalog graph',
    icon: <RiNodeTree {...ICON} />,
  },
  'page:search': { title: 'Search' },
  'page:notifications': { title: 'Notifications' },
};

/**
 * Sorts the pages that the app has found into the rail's sections. `hidden` holds the ids of pages that the person may
 * not use.
 */
export function railEntries(options: {
  navItems: NavContentNavItems;
  hidden: ReadonlySet<string>;
}): RailEntries {
  const { hidden } = options;
  const navItems = options.navItems.clone();
  const take = (
    section: Record<string, { title: string; icon?: ReactNode }>,
  ): RailEntry[] =>
    Object.entries(section).flatMap(([id, look]) => {
      const item = navItems.take(id);
      return item && !hidden.has(id) ? [{ ...toEntry(item), ...look }] : [];
    });

  const main = take(MAIN);
  const foot = take(FOOT);
  const elsewhere = take(ELSEWHERE);
  const plugins = navItems
    .rest()
    .map(toEntry)
    .sort((a, b) => a.title.localeCompare(b.title));
  return { main, plugins, foot, elsewhere };
}

function toEntry(item: NavContentNavItem): RailEntry {
  return {
    id: item.node.spec.id,
    title: item.title,
    href: item.href,
    icon: item.icon,
  };
}
