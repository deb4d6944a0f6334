import { DEFAULT_LABELS } from '../../issues/labels/defaultLabels';
import type { Seed } from '../Seed';
import type { SeedFault } from '../SeedProblem';
import type { SeedRepository } from '../SeedRepository';
import { checkAlerts } from './checkAlerts';
import { checkDates } from './checkDates';
import { checkHistory } from './checkHistory';
import { checkNumbers } from './checkNumbers';
import { checkReviews } from './checkReviews';
import { checkScanning } from './checkScanning';
import { type Reference, referencesOf } from './referencesOf';
import { type SeedNames, unknownName } from './SeedNames';

/** Everything in a repository that refers to something unknown or cannot have happened. */
export async function checkRepository(options: {
  seed: Seed;
  repository: SeedRepository;
  names: SeedNames;
}): Promise<SeedFault[]> {
  const { seed, repository, names } = options;
  const known: Record<Reference['kind'], ReadonlySet<string>> = {
    person: names.logins,
    team: names.teams,
    label: new Set(
      [...DEFAULT_LABELS, ...(repository.labels ?? [])].map(({ name }) => name),
    ),
    milestone: new Set((repository.milestones ?? []).map(({ title }) => title)),
  };
  const unknown = referencesOf({ repository })
    .filter(({ kind, name }) => !known[kind].has(name))
    .map(({ kind, name, path }) =>
      unknownName({
        repository: repository.name,
        path,
        kind,
        name,
        known: known[kind],
      }),
    );
  const accounts = new Set([seed.organisation.login, ...names.logins]);
  if (repository.owner !== undefined && !accounts.has(repository.owner)) {
    unknown.push(
      unknownName({
        repository: repository.name,
        path: ['owner'],
        kind: 'account',
        name: repository.owner,
        known: accounts,
      }),
    );
  }
  return [
    ...unknown,
    ...checkDates({ repository }),
    ...checkNumbers({ repository }),
    ...checkReviews({ repository }),
    ...(await checkAlerts({ repository, advisories: seed.advisories ?? {} })),
    ...(await checkScanning({ repository })),
    ...(needsHistory(repository) ? await checkHistory({ repository }) : []),
  ];
}

/** Files without anything about their history are not read to be checked: there may be very many. */
function needsHistory(repository: SeedRepository): boolean {
  return Boolean(
    repository.history ??
      repository.branches ??
      repository.pullRequests ??
      repository.releases ??
      repository.deployments ??
      repository.protection,
  );
}
