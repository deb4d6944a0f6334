import type { Viewer } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { Issue, Repository, User } from '../../core/state';
import { matchesQualifier } from './matchesQualifier';
import { parseIssueQuery } from './parseIssueQuery';
import type { IssueQuery, Qualifier } from './parseIssueQuery';
import { orderFound } from './orderFound';
import { readableIssues } from './readableIssues';

export interface FoundIssue {
  repository: Repository;
  issue: Issue;
}

/** Qualifiers of which any may fit when there are several. */
const ANY_OF = new Set(['repo', 'org', 'user']);

/**
 * Searches issues and pull requests that the viewer may read, in GitHub's language of searches. Shared by REST and GraphQL. `sort` is
 * `created`, `updated`, `comments` or `reactions`; it can stand in the query as `sort:updated-asc`, too. Without one, newest first.
 */
export function searchIssues(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  query: string;
  sort?: string;
  order?: 'asc' | 'desc';
}): FoundIssue[] {
  const { sandbox, viewer } = options;
  const query = parseIssueQuery(options.query);
  const me = viewer.kind === 'user' ? viewer.user : undefined;
  const found = readableIssues({ sandbox, viewer }).filter(row =>
    matches({ sandbox, ...row, me, query }),
  );
  const inQuery = query.qualifiers.find(({ name }) => name === 'sort')?.value;
  const [sort, order] = inQuery?.split('-') ?? [options.sort, options.order];
  return orderFound({ sandbox, found, sort, ascending: order === 'asc' });
}

function matches(options: {
  sandbox: Sandbox;
  repository: Repository;
  issue: Issue;
  me: User | undefined;
  query: IssueQuery;
}): boolean {
  const { query } = options;
  const fits = ({ name, value, negated }: Qualifier) => {
    if (name === 'sort' || name === 'in') return true;
    const matched = matchesQualifier({ ...options, name, value });
    return matched === undefined
      ? hasWord({ ...options, word: `${name}:${value}`.toLowerCase() })
      : matched !== negated;
  };
  const anyOf = query.qualifiers.filter(
    ({ name, negated }) => ANY_OF.has(name) && !negated,
  );
  return (
    (anyOf.length === 0 || anyOf.some(fits)) &&
    query.qualifiers.filter(one => !anyOf.includes(one)).every(fits) &&
    query.words.every(word => hasWord({ ...options, word }))
  );
}

/** Words are looked for in title, body and comments, or where `in:` says. */
function hasWord(options: {
  sandbox: Sandbox;
  issue: Issue;
  query: IssueQuery;
  word: string;
}): boolean {
  const { sandbox, issue, query, word } = options;
  const places = query.qualifiers
    .filter(({ name }) => name === 'in')
    .flatMap(({ value }) => value.split(','));
  const isIn = (place: string) => places.length === 0 || places.includes(place);
  return (
    (isIn('title') && issue.title.toLowerCase().includes(word)) ||
    (isIn('body') && (issue.body ?? '').toLowerCase().includes(word)) ||
    (isIn('comments') &&
      sandbox.state.comments
        .by('issue', issue.id)
        .some(({ body }) => body.toLowerCase().includes(word)))
  );
}
