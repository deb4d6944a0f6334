import { findRunningPortal } from '../../backup/findRunningPortal';
import { listenAddress } from '../../config/listenAddress';
import { inspectPortalConfig } from '../../config/loadPortalConfig';
import type { Environment } from '../../config/readEnvironment';
import { readLocalKey, type KeyUser } from '../../localKeys/localKey';
import { ProblemsError } from '../../problems/ProblemsError';
import type { Problem } from '../../problems/Problem';

/**
 * Where the running portal of this configuration and data directory is, and the key of a command to ask it with. `unreadable`: the configuration
 * is wrong. Throws `ProblemsError` where the portal does not run or there is no key.
 */
export async function findPortal(options: {
  environment: Environment;
  user: KeyUser;
}): Promise<
  | {
      outcome: 'found';
      /** Its address on this machine, without a slash at the end. */
      url: string;
      key: string;
      /** The URL that people use, without a slash at the end. */
      baseUrl: string;
    }
  | { outcome: 'unreadable'; problems: Problem[] }
> {
  const { environment, user } = options;
  const { data, port } = environment;
  const { config, problems } = await inspectPortalConfig(environment);
  const unreadable = problems.filter(({ code }) =>
    ['config-file', 'app-config-invalid'].includes(code ?? ''),
  );
  if (unreadable.length > 0) {
    return { outcome: 'unreadable', problems: unreadable };
  }
  const address = listenAddress({ config, port });
  const url = await findRunningPortal(address);
  if (!url) {
    throw new ProblemsError([
      {
        problem: 'the portal does not run, and it is what does this',
        where: `port ${address.port}`,
        remedy:
          'start it, and give this command the same --port, --config and --data',
      },
    ]);
  }
  const key = readLocalKey({ data, user });
  if (key.outcome !== 'read') {
    throw new ProblemsError([
      {
        problem: 'there is no key to ask the portal with',
        where: data,
        cause: key.outcome === 'unusable' ? key.reason : undefined,
        remedy:
          'name the data directory that the portal was started with (--data), or restart the portal: it makes the key',
      },
    ]);
  }
  return {
    ...{ outcome: 'found', url, key: key.key },
    baseUrl: environment.baseUrl,
  };
}
