import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { LocationConflictStrategy } from './LocationService';

const KEY = 'catalog.defaultLocationConflictStrategy';

/** Reads what happens to a location that is registered again. Throws `InputError` for what is neither `reject` nor `refresh`. */
export function readConflictStrategy(config: Config): LocationConflictStrategy {
  const value = config.getOptionalString(KEY) || 'reject';
  if (value === 'reject' || value === 'refresh') return value;
  throw new InputError(`${KEY} must be "reject" or "refresh", not "${value}"`);
}
