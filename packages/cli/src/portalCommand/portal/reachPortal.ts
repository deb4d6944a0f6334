import { findRunningPortal } from '../../backup/findRunningPortal';
import { listenAddress } from '../../config/listenAddress';
import { inspectPortalConfig } from '../../config/loadPortalConfig';
import type { Environment } from '../../config/readEnvironment';
import { readLocalKey } from '../../localKeys/localKey';
import { ProblemsError } from '../../problems/ProblemsError';
import type { Problem } from '../../problems/Problem';
import type { ImportPortal } from './ImportPortal';
import { openPortal } from './openPortal';

/** The running portal of this configuration and data directory. `unreadable`: the configuration is wrong. Throws `ProblemsError`. */
export async function reachPortal(options: {
  environment: Environment;
}): Promise<
  | { outcome: 'reached'; portal: ImportPortal; baseUrl: string }
  | { outcome: 'unreadable'; problems: Problem[] }
> {
  const { environment } = options;
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
  const key = readLocalKey({ data, user: 'import' });
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
    outcome: 'reached',
    portal: openPortal({ url, key: key.key }),
    baseUrl: environment.baseUrl,
  };
}
