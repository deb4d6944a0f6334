import type { Repository } from '../../../core/state';
import { noreplyEmail } from '../../../repositories/identity/noreplyEmail';
import type { ConnectionArguments } from '../../connections/connection';
import type { GraphqlContext } from '../../GraphqlContext';
import { findNode } from '../../ids/findNode';
import { Problem } from '../../Problem';
import { source } from '../../sources/source';
import { gitOf } from './gitOf';

const CURSOR = /^([0-9a-f]{40}) (\d+)$/;

/**
 * The commits up to a commit, newest first. They are read as far as the page goes. Cursors are GitHub's own: the commit that was asked
 * from, and a place.
 */
export async function historyConnection(options: {
  repository: Repository;
  sha: string;
  args: ConnectionArguments & {
    path?: string | null;
    since?: string | null;
    until?: string | null;
    author?: { emails?: string[] | null; id?: string | null } | null;
  };
  context: GraphqlContext;
}) {
  const { repository, sha, args, context } = options;
  const git = await gitOf({ repository, context });
  const emails = emailsOf(args.author, context);
  const filter = {
    from: sha,
    ...(args.path && { path: args.path }),
    ...(args.since && { since: new Date(args.since) }),
    ...(args.until && { until: new Date(args.until) }),
    ...(emails.length === 1 && { author: emails[0] }),
  };
  const isFiltered = Object.keys(filter).length > 1 || emails.length > 1;
  const all = () =>
    context.once(
      `history:${repository.id}:${JSON.stringify([filter, emails])}`,
      async () =>
        (await git.history(filter)).filter(
          ({ author }) =>
            emails.length < 2 ||
            emails.some(
              email => email.toLowerCase() === author.email.toLowerCase(),
            ),
        ),
    );
  const count = async () =>
    isFiltered ? (await all()).length : git.countHistory({ from: sha });

  const after = args.after ? placeOf(args.after) + 1 : 0;
  const before = args.before ? placeOf(args.before) : undefined;
  let from = after;
  let size = args.first ?? undefined;
  if (before !== undefined) {
    size = Math.min(size ?? Infinity, Math.max(0, before - from));
  }
  if (typeof args.last === 'number') {
    const end = from + (size ?? Math.max(0, (await count()) - from));
    from = Math.max(from, end - args.last);
    size = end - from;
  }
  const wanted = size ?? 0;
  // One more tells whether there is a next page.
  const commits =
    emails.length > 1
      ? (await all()).slice(from, from + wanted + 1)
      : await git.history({ ...filter, skip: from, limit: wanted + 1 });
  const page = commits.slice(0, wanted);
  const cursor = (index: number) => `${sha} ${from + index}`;
  const nodes = page.map(commit => source.commit(repository, commit.sha));
  return {
    totalCount: count,
    pageInfo: {
      hasNextPage: commits.length > wanted,
      hasPreviousPage: from > 0,
      startCursor: page.length > 0 ? cursor(0) : null,
      endCursor: page.length > 0 ? cursor(page.length - 1) : null,
    },
    nodes,
    edges: nodes.map((node, index) => ({ cursor: cursor(index), node })),
  };
}

function placeOf(cursor: string): number {
  const [, , place] = CURSOR.exec(cursor) ?? [];
  if (place === undefined) {
    throw new Problem({
      type: 'INVALID_CURSOR_ARGUMENTS',
      message: `\`${cursor}\` does not appear to be a valid cursor.`,
    });
  }
  return Number(place);
}

/** A person is known by the addresses that are theirs. */
function emailsOf(
  author: { emails?: string[] | null; id?: string | null } | null | undefined,
  context: GraphqlContext,
): string[] {
  const user = author?.id
    ? findNode({ id: author.id, context })?.account
    : undefined;
  return user
    ? [noreplyEmail(user), ...(user.email ? [user.email] : [])]
    : author?.emails ?? [];
}
