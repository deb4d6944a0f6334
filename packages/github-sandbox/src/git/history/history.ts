import { Core } from '../Core';
import { resolve } from '../refs/resolve';
import { Commit } from '../types';
import { createPathFilter } from './createPathFilter';
import { walk } from './walk';

/** The commits of `GitRepository.history`. */
export async function history(options: {
  core: Core;
  from: string;
  path?: string;
  since?: Date;
  until?: Date;
  author?: string;
  skip?: number;
  limit?: number;
}): Promise<Commit[]> {
  const { core, from, skip = 0, limit = Infinity } = options;
  const { objects } = core;
  const start = await resolve({ core, expression: from, type: 'commit' });
  const path = options.path?.replace(/^\/+|\/+$/g, '');
  const filter = path ? createPathFilter({ objects, path }) : undefined;
  const commits: Commit[] = [];
  let skipped = 0;
  if (!start || limit <= 0) {
    return commits;
  }
  const walked = walk({ objects, from: start.sha, parents: filter?.parents });
  for await (const commit of walked) {
    if (
      isWanted(options, commit) &&
      (!filter || (await filter.changes(commit)))
    ) {
      if (skipped < skip) {
        skipped += 1;
      } else {
        commits.push(commit);
      }
    }
    if (commits.length >= limit) {
      break;
    }
  }
  return commits;
}

function isWanted(
  options: { since?: Date; until?: Date; author?: string },
  commit: Commit,
): boolean {
  const { since, until, author } = options;
  const { date } = commit.committer;
  const { name, email } = commit.author;
  return (
    (!since || date >= since) &&
    (!until || date <= until) &&
    (!author ||
      `${name} <${email}>`.toLowerCase().includes(author.toLowerCase()))
  );
}
