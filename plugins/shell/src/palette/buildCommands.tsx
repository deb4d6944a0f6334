import {
  RiGitPullRequestLine,
  RiPlayCircleLine,
  RiPulseLine,
} from '@remixicon/react';
import type { Command } from './Command';
import { type BuildAsk, readBuildQuery } from './readBuildQuery';
import type { FoundEntity } from './searchEntities';

const ICON = { size: 16 } as const;
const MOST = 5;

/**
 * What leads to the builds and pull requests of components: of the one whose page is open, and of what was found.
 *
 * @returns `asked`: what the query asks for in as many words, best first; `other`: the rest, to be matched with the query.
 */
export function buildCommands(options: {
  query: string;
  current: FoundEntity | undefined;
  found: FoundEntity[];
  navigate(path: string): void;
}): { asked: Command[]; other: Command[] } {
  const { query, current, found, navigate } = options;
  const { asked, name } = readBuildQuery(query);
  const known = found.filter(
    ({ href, hasRepository }) => hasRepository && href !== current?.href,
  );
  const here = current ? [current] : [];
  const mine = toCommand({
    id: 'my pull requests',
    title: 'My pull requests',
    keywords: 'mine prs reviews github home',
    icon: <RiGitPullRequestLine {...ICON} />,
    // The widget "Mine on GitHub" has them.
    run: () => navigate('/'),
  });
  const of = (entity: FoundEntity) => commandsOf({ entity, navigate });
  if (asked) {
    const meant = name
      ? [...here.filter(entity => isCalled(entity, name)), ...known]
      : here;
    return {
      asked: meant.slice(0, MOST).map(entity => of(entity)[asked]),
      other: [mine],
    };
  }
  // Who types a name wants the entity; the rest stays short.
  const some = [...here, ...known.slice(0, 1)];
  return {
    asked: [],
    other: [...some.flatMap(entity => Object.values(of(entity))), mine],
  };
}

function commandsOf(options: {
  entity: FoundEntity;
  navigate(path: string): void;
}): Record<BuildAsk, Command> {
  const { navigate } = options;
  const { title, href } = options.entity;
  const name = nameOf(options.entity);
  const lead = (path: string) => ({
    id: `${href}${path}`,
    run: () => navigate(`${href}${path}`),
  });
  return {
    builds: toCommand({
      ...lead('/ci'),
      title: `Builds of ${title}`,
      keywords: `${name} ci github actions`,
      icon: <RiPulseLine {...ICON} />,
    }),
    pulls: toCommand({
      ...lead('/pull-requests'),
      title: `Pull requests of ${title}`,
      keywords: `${name} prs reviews github`,
      icon: <RiGitPullRequestLine {...ICON} />,
    }),
    run: toCommand({
      ...lead('/ci?start=any'),
      title: `Run a workflow of ${title}…`,
      keywords: `${name} start dispatch ci github actions`,
      icon: <RiPlayCircleLine {...ICON} />,
    }),
  };
}

function toCommand(command: Omit<Command, 'group'>): Command {
  return { ...command, group: 'Actions' };
}

function isCalled(entity: FoundEntity, name: string) {
  const text = `${entity.title} ${nameOf(entity)}`.toLowerCase();
  return text.includes(name.toLowerCase());
}

/** `shop` of `/catalog/default/component/shop`. */
function nameOf({ href }: FoundEntity) {
  return href.split('/').pop()!;
}
