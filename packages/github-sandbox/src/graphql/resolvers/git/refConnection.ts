import type { Repository } from '../../../core/state';
import { connection } from '../../connections/connection';
import type { ConnectionArguments } from '../../connections/connection';
import { sorted } from '../../connections/sorted';
import type { GraphqlContext } from '../../GraphqlContext';
import { source } from '../../sources/source';
import { gitOf } from './gitOf';

/** The refs under a prefix, by name; tags also by the date of their commit. */
export async function refConnection(options: {
  repository: Repository;
  args: ConnectionArguments & {
    refPrefix: string;
    query?: string | null;
    direction?: 'ASC' | 'DESC' | null;
    orderBy?: { field: string; direction: 'ASC' | 'DESC' } | null;
  };
  context: GraphqlContext;
}) {
  const { repository, args, context } = options;
  const git = await gitOf({ repository, context });
  const prefix = args.refPrefix.endsWith('/')
    ? args.refPrefix
    : `${args.refPrefix}/`;
  const wanted = (args.query ?? '').toLowerCase();
  const refs = (await git.listRefs({ prefix })).filter(({ ref }) =>
    ref.slice(prefix.length).toLowerCase().includes(wanted),
  );
  const byDate = args.orderBy?.field === 'TAG_COMMIT_DATE';
  const dated = await Promise.all(
    refs.map(async row => {
      const commit = byDate
        ? await git.readCommit({ sha: row.peeled ?? row.sha })
        : undefined;
      return { ...row, date: commit?.committer.date.getTime() ?? 0 };
    }),
  );
  return connection({
    rows: sorted({
      rows: dated,
      orderBy:
        args.orderBy ??
        (args.direction && {
          field: 'ALPHABETICAL',
          direction: args.direction,
        }),
      by: { ALPHABETICAL: row => row.ref, TAG_COMMIT_DATE: row => row.date },
    }),
    args,
    key: ({ ref }) => ref,
    node: ({ ref, sha }) => source.ref(repository, ref, sha),
  });
}
