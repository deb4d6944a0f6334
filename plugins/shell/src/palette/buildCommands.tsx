import {
  RiGitPullRequestLine,
  RiPlayCircleLine,
  RiPulseLine,
} from '@remixicon/react';
import type { Command } from './Command';
import { entityTerm } from './entityTerm';
import type { FoundEntity } from './searchEntities';

const ICON = { size: 16 } as const;

/** What leads to the builds and pull requests of components: of the one whose page is open, and of what was found for the query. */
export function buildCommands(options: {
  query: string;
  current: FoundEntity | undefined;
  found: FoundEntity[];
  navigate(path: string): void;
}): Command[] {
  const { query, current, found, navigate } = options;
  const isAsked = entityTerm(query) !== query;
  const known = found.filter(({ hasRepository }) => hasRepository);
  // Who types a name wants the entity; the rest stays short.
  const components = [
    ...(current ? [current] : []),
    ...known
      .filter(({ href }) => href !== current?.href)
      .slice(0, isAsked ? 5 : 1),
  ];
  return [
    ...components.flatMap(({ title, href }) => [
      {
        id: `${href}/ci`,
        title: `Builds of ${title}`,
        keywords: 'ci workflows runs github actions',
        icon: <RiPulseLine {...ICON} />,
        path: `${href}/ci`,
      },
      {
        id: `${href}/pull-requests`,
        title: `Pull requests of ${title}`,
        keywords: 'prs reviews github',
        icon: <RiGitPullRequestLine {...ICON} />,
        path: `${href}/pull-requests`,
      },
      {
        id: `${href}/ci?start`,
        title: `Run a workflow of ${title}…`,
        keywords: 'start dispatch ci github actions',
        icon: <RiPlayCircleLine {...ICON} />,
        path: `${href}/ci?start=any`,
      },
    ]),
    {
      id: 'my pull requests',
      title: 'My pull requests',
      keywords: 'mine prs reviews github home',
      icon: <RiGitPullRequestLine {...ICON} />,
      // The widget "Mine on GitHub" has them.
      path: '/',
    },
  ].map(({ path, ...command }) => ({
    ...command,
    group: 'Actions' as const,
    run: () => navigate(path),
  }));
}
