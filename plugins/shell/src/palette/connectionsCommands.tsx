import type { RailEntries } from '../layout/railEntries';
import type { Command } from './Command';

/** The parts of the connections page that people look for by name, for those who have the page. */
export function connectionsCommands(options: {
  entries: RailEntries;
  navigate(path: string): void;
}): Command[] {
  const { entries, navigate } = options;
  const page = entries.foot.find(({ id }) => id === 'page:connections');
  if (!page) return [];
  return [
    {
      path: 'serve',
      title: 'Who serves this?',
      keywords: 'connections credential github app token repository rights',
    },
    {
      path: 'checks',
      title: 'Tests of the connections',
      keywords: 'doctor checks github',
    },
    {
      path: 'trace',
      title: 'Recent calls to GitHub',
      keywords: 'connections trace requests rate limit',
    },
  ].map(({ path, title, keywords }) => ({
    id: `${page.id}/${path}`,
    group: 'Pages',
    title,
    keywords,
    icon: page.icon,
    run: () => navigate(`${page.href}/${path}`),
  }));
}
