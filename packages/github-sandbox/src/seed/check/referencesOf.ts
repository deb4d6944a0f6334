import type { SeedRepository } from '../SeedRepository';

/** A name somewhere in the settings of a repository. */
export interface Reference {
  path: Array<string | number>;
  kind: 'person' | 'team' | 'label' | 'milestone';
  name: string;
}

const PERSON_KEYS = new Set(['author', 'by', 'mergedBy', 'closedBy']);
const PEOPLE_KEYS = new Set(['assignees', 'stars']);

/** Every person, team, label and milestone that the settings of a repository name, wherever. */
export function referencesOf(options: {
  repository: SeedRepository;
}): Reference[] {
  const { repository } = options;
  const found: Reference[] = [];
  const named = (
    keys: object | undefined,
    kind: Reference['kind'],
    key: string,
  ) =>
    Object.keys(keys ?? {}).forEach(name =>
      found.push({ path: [key, name], kind, name }),
    );
  named(repository.teams, 'team', 'teams');
  named(repository.collaborators, 'person', 'collaborators');
  for (const key of [
    'stars',
    'history',
    'branches',
    'releases',
    'pullRequests',
    'issues',
    'alerts',
    'codeAlerts',
    'secretAlerts',
    'environments',
    'deployments',
  ] as const) {
    visit({ value: repository[key], path: [key], found });
  }
  return found;
}

function visit(options: {
  value: unknown;
  path: Array<string | number>;
  found: Reference[];
}) {
  const { value, path, found } = options;
  const key = path[path.length - 1];
  const add = (kind: Reference['kind'], name: string, at = path) =>
    found.push({ path: at, kind, name });
  if (typeof value === 'string') {
    if (PERSON_KEYS.has(String(key))) add('person', value);
    if (key === 'milestone') add('milestone', value);
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      const at = [...path, index];
      const inReactions = path[path.length - 2] === 'reactions';
      if (typeof item !== 'string') visit({ value: item, path: at, found });
      else if (key === 'labels') add('label', item, at);
      else if (key === 'reviewers') addReviewer({ found, item, at });
      else if (PEOPLE_KEYS.has(String(key)) || inReactions) {
        add('person', item, at);
      }
    });
    return;
  }
  if (value && typeof value === 'object') {
    // Paths of files are keys here; nothing in their contents is a name.
    if (key === 'files' || key === 'edits' || key === 'earlier') return;
    Object.entries(value).forEach(([name, item]) =>
      visit({ value: item, path: [...path, name], found }),
    );
  }
}

function addReviewer(options: {
  found: Reference[];
  item: string;
  at: Array<string | number>;
}) {
  const { found, item, at } = options;
  const team = item.startsWith('team:');
  found.push({
    path: at,
    kind: team ? 'team' : 'person',
    name: team ? item.slice('team:'.length) : item,
  });
}
