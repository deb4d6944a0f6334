import type { Organisation, Repository } from '../core/state';
import type { Call } from '../http/Route';

/** A request about what a repository, one of its environments, or an organisation has. */
export interface SettingsCall extends Call {
  repository?: Repository;
  organisation?: Organisation;
}
