import { randomBytes } from 'node:crypto';
import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const KEY = 'callboard.templates.key';
const MIN_LENGTH = 32;

/**
 * The key with which runs are encrypted at rest. Where there is none, one that lasts as long as the process: nothing is ever stored in clear, but
 * a run that outlives the process cannot be opened then.
 *
 * @throws InputError for a key that is too short to be one.
 */
export function readSealKey(options: {
  config: RootConfigService;
  logger: LoggerService;
}): string {
  const { config, logger } = options;
  const key = config.getOptionalString(KEY);
  if (key === undefined) {
    logger.warn(
      `${KEY} is not set: runs of templates are encrypted with a key of this process, and those that a restart interrupts cannot be taken up again. Set it to a random text of at least ${MIN_LENGTH} characters, the same for all replicas.`,
    );
    return randomBytes(32).toString('hex');
  }
  if (key.length < MIN_LENGTH) {
    throw new InputError(
      `${KEY} is too short: it needs at least ${MIN_LENGTH} characters. \`openssl rand -hex 32\` makes one.`,
    );
  }
  return key;
}
