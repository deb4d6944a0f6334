import type { Config } from '@backstage/config';
import { listenAddress } from '../config/listenAddress';
import type { Environment } from '../config/readEnvironment';
import type { Problem } from '../problems/Problem';
import { ProblemsError } from '../problems/ProblemsError';
import { checkAdmins } from './checkAdmins';
import { checkDatabase } from './checkDatabase';
import { checkDataDirectory } from './checkDataDirectory';
import { checkPort } from './checkPort';

/** Checks what would otherwise fail somewhere in the middle of the start. Throws a `ProblemsError` with all of it. */
export async function checkBeforeStart(options: {
  environment: Environment;
  config: Config;
}): Promise<void> {
  const { environment, config } = options;
  const checks: Promise<Problem[]>[] = [
    checkDatabase({ config }),
    checkAdmins({ config }),
    checkPort(listenAddress({ config, port: environment.port })),
  ];
  const problems = (await Promise.all(checks)).flat();
  if (problems.length === 0) {
    // The one check that writes comes last, so that a refusal leaves nothing behind.
    problems.push(
      ...(await checkDataDirectory({ directory: environment.data })),
    );
  }
  if (problems.length > 0) {
    throw new ProblemsError(problems);
  }
}
