import type { Lack } from '@callboard/plugin-github-common';
import {
  explainLack,
  type GithubService,
  type NeededPermission,
} from '@callboard/plugin-github-node';
import type { GraphqlError } from '../../github/graphql/GraphqlAnswer';

/** GraphQL names no permission, so it is told by the field that is missing. */
const BY_FIELD: Record<string, NeededPermission> = {
  statusCheckRollup: { permission: 'checks', level: 'read' },
  checkSuites: { permission: 'checks', level: 'read' },
  vulnerabilityAlerts: { permission: 'vulnerability_alerts', level: 'read' },
  pullRequests: { permission: 'pull_requests', level: 'read' },
  search: { permission: 'pull_requests', level: 'read' },
  issues: { permission: 'issues', level: 'read' },
  object: { permission: 'contents', level: 'read' },
  history: { permission: 'contents', level: 'read' },
  releases: { permission: 'contents', level: 'read' },
  reviewRequests: { permission: 'members', level: 'read' },
};

/** The permissions that were missing for parts of an answer, each once. */
export async function lacksOf(options: {
  errors: GraphqlError[];
  github: GithubService;
  url: string;
}): Promise<Lack[]> {
  const { errors, github, url } = options;
  const needed = new Map<string, NeededPermission>();
  for (const { type, path = [] } of errors) {
    if (type !== 'FORBIDDEN' && type !== 'INSUFFICIENT_SCOPES') continue;
    const field = [...path]
      .reverse()
      .find(part => Object.hasOwn(BY_FIELD, part));
    const known = field === undefined ? undefined : BY_FIELD[field];
    if (known) needed.set(known.permission, known);
  }
  const lacks = await Promise.all(
    [...needed.values()].map(each =>
      explainLack({ github, url, needed: each }),
    ),
  );
  return lacks.flatMap(lack => (lack ? [lack] : []));
}
