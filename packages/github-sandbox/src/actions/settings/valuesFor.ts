import type { Sandbox } from '../../core/Sandbox';
import type { Environment, Repository } from '../../core/state';

interface Scoped {
  name: string;
  value: string;
  visibility?: 'all' | 'private' | 'selected';
  selectedRepositoryIds?: number[];
}

/**
 * The secrets and variables that a job sees. Those of the environment win over those of the repository, and these over the
 * organisation's. https://docs.github.com/actions/reference/security/secrets#naming-your-secrets
 */
export function valuesFor(options: {
  sandbox: Sandbox;
  repository: Repository;
  environment?: Environment;
  /** Runs for pull requests from forks get no secrets, and those that Dependabot causes get its own. */
  secrets: 'actions' | 'dependabot' | 'none';
}): { secrets: Record<string, string>; vars: Record<string, string> } {
  const { sandbox, repository, environment } = options;
  const organisation = sandbox.state.organisations.get(repository.ownerId);
  const reaching = (values: Scoped[] = []) =>
    values.filter(value => reaches(value, repository));
  const secrets = {
    none: [],
    dependabot: [
      ...reaching(organisation?.dependabotSecrets),
      ...repository.dependabotSecrets,
    ],
    actions: [
      ...reaching(organisation?.secrets),
      ...repository.secrets,
      ...(environment?.secrets ?? []),
    ],
  }[options.secrets];
  return {
    secrets: asRecord(secrets),
    vars: asRecord([
      ...reaching(organisation?.variables),
      ...repository.variables,
      ...(environment?.variables ?? []),
    ]),
  };
}

function reaches(value: Scoped, repository: Repository): boolean {
  switch (value.visibility) {
    case 'private':
      return repository.visibility !== 'public';
    case 'selected':
      return value.selectedRepositoryIds?.includes(repository.id) ?? false;
    default:
      return true;
  }
}

function asRecord(values: Scoped[]): Record<string, string> {
  return Object.fromEntries(values.map(({ name, value }) => [name, value]));
}
