import { ExitStatus } from '../problems/ExitStatus';
import { formatProblems } from '../problems/formatProblems';
import { ProblemsError } from '../problems/ProblemsError';
import { readEnvironment } from '../config/readEnvironment';
import { loadPortalConfig } from '../config/loadPortalConfig';
import { holdPortalLock } from '../dataDirectory/portalLock';
import { checkBeforeStart } from './checkBeforeStart';
import { leanValidators } from './leanValidators';
import { PortalStartError } from './PortalStartError';
import { runPortal } from './runPortal';
import type { StartOptions } from './registerStartCommand';

/** `callboard start`: checks everything that can be checked beforehand, then runs the portal. */
export async function start(options: StartOptions): Promise<void> {
  try {
    const environment = readEnvironment({ options, env: process.env });
    // The frontend's files and the example organisation are found relative to the root.
    process.chdir(environment.root);
    process.env.NODE_ENV ??= 'production';
    // Databases hold signing keys and settings of people: what the portal writes is for its own user alone.
    process.umask(0o077);

    leanValidators();
    const portal = await loadPortalConfig(environment);
    await checkBeforeStart({ environment, config: portal.config });
    holdPortalLock({
      directory: environment.data,
      alone: portal.config.getString('backend.database.client') !== 'pg',
    });
    await runPortal({ environment, portal });
  } catch (error) {
    if (error instanceof ProblemsError) {
      process.stderr.write(
        `\n${formatProblems({
          title: 'Callboard cannot start',
          problems: error.problems,
        })}`,
      );
      process.exit(ExitStatus.cannotStart);
    }
    if (error instanceof PortalStartError) {
      process.stderr.write(`\n${error.message}\n`);
      process.exit(ExitStatus.failed);
    }
    throw error;
  }
}
