import type { Environment } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import type { SettingsCall } from '../SettingsCall';

/** The environment that `{environment_name}` names; capitals do not matter. Throws 404. */
export function environmentOf({
  repository,
  params,
}: SettingsCall): Environment {
  const name = params.environment_name.toLowerCase();
  const environment = repository?.environments.find(
    one => one.name.toLowerCase() === name,
  );
  if (!environment) throw notFound();
  return environment;
}
