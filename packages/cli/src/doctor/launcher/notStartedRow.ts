import fs from 'node:fs';
import type { PortalConfig } from '../../config/loadPortalConfig';
import type { Environment } from '../../config/readEnvironment';
import { sandboxAccessFile } from '../../sandbox/readSandboxAccess';
import type { DoctorRow } from '../DoctorReport';

/**
 * The one row about a trial whose data directory holds no GitHub sandbox yet; undefined otherwise. There is then nothing to check: keys,
 * databases and the sandbox itself are made at the first start, and a sandbox that runs would belong to another data directory.
 */
export function notStartedRow(options: {
  environment: Pick<Environment, 'data'>;
  portal: Pick<PortalConfig, 'sandbox'>;
  /** Whether a portal runs, then with another data directory. */
  isRunning: boolean;
}): DoctorRow | undefined {
  const { environment, portal, isRunning } = options;
  const { data } = environment;
  if (!portal.sandbox || fs.existsSync(sandboxAccessFile(data))) {
    return undefined;
  }
  return {
    id: 'not-started',
    group: 'configuration',
    check: 'The data directory is that of a portal that was started',
    status: 'warn',
    cause: `nothing was started here yet: ${data} holds no trial`,
    remedy: isRunning
      ? 'name the data directory of the portal that runs with --data DIR'
      : 'start the portal with `npm start`, or name the data directory of the one that is meant with --data DIR',
    links: [],
  };
}
