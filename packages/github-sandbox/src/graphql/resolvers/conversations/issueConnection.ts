import type { Issue, User } from '../../../core/state';
import { connection } from '../../connections/connection';
import type { ConnectionArguments } from '../../connections/connection';
import type { GraphqlContext } from '../../GraphqlContext';
import { demandPermission } from '../../rights/demandPermission';
import { isReadable } from '../../rights/isReadable';
import { isVisible } from '../../rights/isVisible';
import { source } from '../../sources/source';
import { hasLabels } from './hasLabels';
import { issueOrder } from './issueOrder';

/** The arguments that lists of issues share. https://docs.github.com/graphql/reference/input-objects#issuefilters */
export interface IssueArguments extends ConnectionArguments {
  states?: Array<'OPEN' | 'CLOSED'> | null;
  labels?: string[] | null;
  orderBy?: { field: string; direction: 'ASC' | 'DESC' } | null;
  filterBy?: {
    assignee?: string | null;
    createdBy?: string | null;
    labels?: string[] | null;
    mentioned?: string | null;
    milestone?: string | null;
    milestoneNumber?: string | null;
    since?: string | null;
    states?: Array<'OPEN' | 'CLOSED'> | null;
  } | null;
}

/** The issues (not pull requests) of a repository, or of all that the viewer may see, that fit the arguments. */
export function issueConnection(options: {
  /** Undefined: of all repositories. */
  repositoryId: number | undefined;
  args: IssueArguments;
  context: GraphqlContext;
  accept?: (issue: Issue) => boolean;
}) {
  const { repositoryId, args, context, accept } = options;
  const { state } = context.sandbox;
  if (repositoryId !== undefined) {
    demandPermission({
      context,
      access: { permission: { name: 'issues', level: 'read' } },
      repository: state.repositories.get(repositoryId),
    });
  }
  const all =
    repositoryId === undefined
      ? state.issues.all()
      : state.issues.by('repository', repositoryId);
  const states = args.states ?? args.filterBy?.states;
  const rows = all.filter(issue => {
    if (issue.pull) return false;
    if (repositoryId === undefined) {
      const repository = state.repositories.get(issue.repositoryId);
      if (
        !repository ||
        !isVisible({ context, repository }) ||
        !isReadable({ context, repository, permission: 'issues' })
      ) {
        return false;
      }
    }
    return (
      (accept?.(issue) ?? true) &&
      (!states ||
        states.includes(issue.state === 'open' ? 'OPEN' : 'CLOSED')) &&
      hasLabels({ issue, names: args.labels, context }) &&
      fitsFilters(issue, args.filterBy ?? {}, context)
    );
  });
  return connection({
    rows: issueOrder({ rows, orderBy: args.orderBy, context }),
    args,
    key: ({ id }) => id,
    node: source.issue,
  });
}

/** A `*` stands for any, null for none. */
function fitsFilters(
  issue: Issue,
  filters: NonNullable<IssueArguments['filterBy']>,
  context: GraphqlContext,
): boolean {
  const { state } = context.sandbox;
  const isUser = (id: number, login: string) =>
    (state.users.get(id) as User | undefined)?.login.toLowerCase() ===
    login.toLowerCase();
  const fits = (
    wanted: string | null | undefined,
    has: boolean,
    is: (value: string) => boolean,
  ) => {
    if (wanted === undefined) return true;
    if (wanted === null) return !has;
    return wanted === '*' ? has : is(wanted);
  };
  const milestone = state.milestones.get(issue.milestoneId ?? 0);
  const text = issue.body ?? '';
  return (
    fits(filters.assignee, issue.assigneeIds.length > 0, login =>
      issue.assigneeIds.some(id => isUser(id, login)),
    ) &&
    fits(filters.createdBy ?? undefined, true, login =>
      isUser(issue.authorId, login),
    ) &&
    fits(filters.mentioned ?? undefined, text.includes('@'), login =>
      text.toLowerCase().includes(`@${login.toLowerCase()}`),
    ) &&
    fits(
      filters.milestone,
      milestone !== undefined,
      title => milestone?.title === title,
    ) &&
    fits(
      filters.milestoneNumber,
      milestone !== undefined,
      number => milestone?.number === Number(number),
    ) &&
    (!filters.since ||
      Date.parse(issue.updatedAt) >= Date.parse(filters.since)) &&
    hasLabels({ issue, names: filters.labels, context })
  );
}
