import {
  appTreeApiRef,
  identityApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import {
  RiArrowRightUpLine,
  RiContrast2Line,
  RiLogoutBoxRLine,
  RiSearchLine,
  RiShapesLine,
  RiSideBarLine,
} from '@remixicon/react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import type { BrandLink } from '../branding/Branding';
import type { RailEntries } from '../layout/railEntries';
import { useShell } from '../layout/ShellContext';
import { useThemeChoice } from '../person/useThemeChoice';
import { buildCommands } from './buildCommands';
import type { Command } from './Command';
import { connectionsCommands } from './connectionsCommands';
import { matchCommands } from './matchCommands';
import { readBuildQuery } from './readBuildQuery';
import { useCurrentComponent } from './useCurrentComponent';
import { type FoundEntities, useFoundEntities } from './useFoundEntities';

const ICON = { size: 16 } as const;
const BUILDS = 'entity-content:github/ci';

/** All lines for a query, in the order in which they are shown. */
export function useCommands(options: {
  query: string;
  entries: RailEntries;
  links: BrandLink[];
}): { commands: Command[]; state: FoundEntities['state'] } {
  const { entries, links } = options;
  const query = options.query.trim();
  const navigate = useNavigate();
  const identityApi = useApi(identityApiRef);
  const { collapsed, setCollapsed } = useShell();
  const { themes, choose } = useThemeChoice();
  const appTree = useApi(appTreeApiRef);
  const tab = appTree.getTree().tree.nodes.get(BUILDS);
  const hasBuilds = tab !== undefined && !tab.spec.disabled;
  const current = useCurrentComponent(hasBuilds);
  const found = useFoundEntities(
    (hasBuilds && readBuildQuery(query).name) || query,
  );

  const commands = useMemo(() => {
    const entities = found.entities.map<Command>(entity => ({
      id: entity.href,
      group: 'Entities',
      title: entity.title,
      detail: [entity.kind, entity.owner].filter(Boolean).join(' · '),
      icon: <RiShapesLine {...ICON} />,
      run: () => navigate(entity.href),
    }));
    const pages = [
      ...entries.main,
      ...entries.plugins,
      ...entries.foot,
      ...entries.elsewhere,
    ].map<Command>(entry => ({
      id: entry.id,
      group: 'Pages',
      title: entry.title,
      keywords: entry.href,
      icon: entry.icon,
      run: () => navigate(entry.href),
    }));
    const outside = links.map<Command>(link => ({
      id: link.url,
      group: 'Pages',
      title: link.title,
      keywords: link.url,
      icon: <RiArrowRightUpLine {...ICON} />,
      run: () =>
        link.url.startsWith('/')
          ? navigate(link.url)
          : window.open(link.url, '_blank', 'noopener'),
    }));
    const actions: Command[] = [
      ...[{ id: undefined, title: 'As the system' }, ...themes].map(theme => ({
        id: `theme ${theme.id}`,
        group: 'Actions' as const,
        title: `Theme: ${theme.title.toLowerCase()}`,
        keywords: 'appearance mode colour color',
        icon: <RiContrast2Line {...ICON} />,
        run: () => choose(theme.id),
      })),
      {
        id: 'rail',
        group: 'Actions',
        title: collapsed ? 'Widen the rail' : 'Collapse the rail',
        keywords: 'sidebar navigation',
        icon: <RiSideBarLine {...ICON} />,
        run: () => setCollapsed(!collapsed),
      },
      {
        id: 'sign out',
        group: 'Actions',
        title: 'Sign out',
        keywords: 'log out leave',
        icon: <RiLogoutBoxRLine {...ICON} />,
        run: () => identityApi.signOut(),
      },
    ];
    const everything: Command[] = query
      ? [
          {
            id: 'search everything',
            group: 'Actions',
            title: `Search everything for “${query}”`,
            icon: <RiSearchLine {...ICON} />,
            run: () => navigate(`/search?query=${encodeURIComponent(query)}`),
          },
        ]
      : [];
    const builds = hasBuilds
      ? buildCommands({ query, current, navigate, found: found.entities })
      : { asked: [], other: [] };
    return [
      ...builds.asked,
      ...entities,
      ...matchCommands(
        [...pages, ...connectionsCommands({ entries, navigate }), ...outside],
        query,
      ),
      ...everything,
      ...matchCommands([...builds.other, ...actions], query),
    ];
  }, [
    found.entities,
    hasBuilds,
    current,
    entries,
    links,
    themes,
    collapsed,
    query,
    navigate,
    choose,
    setCollapsed,
    identityApi,
  ]);

  return { commands, state: found.state };
}
