import type { Config } from '@backstage/config';
import { NotAllowedError } from '@backstage/errors';

/** Throws a `NotAllowedError` in readonly mode, `catalog.readonly`. */
export function assertWritable(config: Config): void {
  if (config.getOptionalBoolean('catalog.readonly'))
    throw new NotAllowedError('This operation not allowed in readonly mode');
}
