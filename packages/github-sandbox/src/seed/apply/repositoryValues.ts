import type { Repository } from '../../core/state';
import type { SeedRepository } from '../SeedRepository';
import { protectionOf } from './protectionOf';
import type { SeedContext } from './SeedContext';
import { variablesOf } from './variablesOf';

const USUAL_AGE_DAYS = 365;

/** What a seed says about a repository's record. */
export function repositoryValues(options: {
  context: SeedContext;
  seeded: SeedRepository;
}): Partial<Repository> {
  const { context, seeded } = options;
  const { at, user } = context;
  const { history = [], branches = [] } = seeded;
  const ages = [
    ...history,
    ...branches.flatMap(({ commits = [] }) => commits),
  ].map(({ daysAgo }) => daysAgo);
  const age = seeded.createdDaysAgo ?? history[0]?.daysAgo ?? USUAL_AGE_DAYS;
  const createdAt = at(age);
  const pushedAt = at(Math.min(age, ...ages));
  const hasCommits =
    history.length > 0 || (seeded.files?.paths.length ?? 0) > 0;
  return {
    description: seeded.description ?? null,
    homepage: seeded.homepage ?? null,
    visibility: seeded.visibility ?? 'private',
    defaultBranch: seeded.defaultBranch ?? 'main',
    archived: seeded.archived ?? false,
    isTemplate: seeded.template ?? false,
    topics: seeded.topics ?? [],
    licenseKey: seeded.license ?? null,
    createdAt,
    updatedAt: pushedAt,
    pushedAt: hasCommits ? pushedAt : null,
    collaborators: Object.entries(seeded.collaborators ?? {}).map(
      ([login, permission]) => ({ userId: user(login).id, permission }),
    ),
    features: {
      issues: true,
      projects: true,
      wiki: true,
      discussions: false,
      ...seeded.features,
    },
    vulnerabilityAlerts: seeded.alerts !== undefined,
    codeScanning: seeded.codeAlerts !== undefined,
    secretScanning: seeded.secretAlerts !== undefined,
    variables: variablesOf({ variables: seeded.variables, createdAt }),
    branchProtection: protectionOf({ protection: seeded.protection ?? {} }),
  };
}
