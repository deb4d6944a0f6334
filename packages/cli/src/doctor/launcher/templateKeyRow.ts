import type { Config } from '@backstage/config';
import type { DoctorRow } from '../DoctorReport';

const KEY = 'callboard.templates.key';

/**
 * Whether every process that takes runs of templates over can open them. Only processes with one PostgreSQL take over from each other, and
 * only a key of the configuration is surely the same for all: the one that a launcher makes lies in its own data directory.
 */
export function templateKeyRow(options: {
  config: Config;
  /** The data directory. */
  data: string;
}): DoctorRow {
  const { config, data } = options;
  const row = {
    id: 'template-key',
    group: 'configuration' as const,
    check: 'Every replica can open the runs of templates',
    links: [],
  };
  if (config.getOptionalString(KEY)) {
    return {
      ...row,
      status: 'pass',
      cause: `${KEY} is set`,
      remedy: '',
    };
  }
  if (config.getOptionalString('backend.database.client') !== 'pg') {
    return {
      ...row,
      status: 'pass',
      cause: `there is one process, and its key lies in ${data}`,
      remedy: '',
    };
  }
  return {
    ...row,
    status: 'warn',
    cause: `${KEY} is not set, so each data directory makes a key of its own (here in ${data}), and a replica with another one cannot go on with a run of a template that it takes over, nor retry it`,
    remedy: `set ${KEY} to the same random text for all replicas (\`openssl rand -hex 32\` makes one); with one process, or one data directory for all, there is nothing to do. Runs that are going on or may be retried need the key they began with: to keep it, take the content of keys/templates in the data directory`,
  };
}
