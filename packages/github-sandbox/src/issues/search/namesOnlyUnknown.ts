import { canSee } from '../../access';
import type { Viewer } from '../../access';
import { findAccount } from '../../core/names/findAccount';
import { findRepository } from '../../core/names/findRepository';
import type { Sandbox } from '../../core/Sandbox';
import { parseIssueQuery } from './parseIssueQuery';

/** Whether a search names repositories, people or organisations and the viewer can see none of them: GitHub refuses it then. */
export function namesOnlyUnknown(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  query: string;
}): boolean {
  const { sandbox, viewer, query } = options;
  const places = parseIssueQuery(query).qualifiers.filter(
    ({ name, negated }) => ['repo', 'org', 'user'].includes(name) && !negated,
  );
  const exists = places.some(({ name, value }) => {
    if (name !== 'repo') {
      return (
        value === '@me' || findAccount({ sandbox, login: value }) !== undefined
      );
    }
    const [owner, repo = ''] = value.split('/');
    const found = findRepository({ sandbox, owner, name: repo });
    return (
      found.outcome !== 'missing' &&
      canSee({ sandbox, viewer, repository: found.repository })
    );
  });
  return places.length > 0 && !exists;
}
