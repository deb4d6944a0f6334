import type {
  CheckResult,
  ConnectionsOverview,
  GithubHostFacts,
  SystemFacts,
} from '@callboard/plugin-connections-common';
import { inspectGithub } from '../facts/inspectGithub';
import { inspectSystems } from '../systems/inspectSystems';
import type { InspectionContext } from './InspectionContext';
import { messageOf } from './messageOf';
import { withinTime } from './withinTime';

const MOST_MS = 30_000;

/** What checks are made from. What could not be found out is a problem, and the earlier facts stand in for it. */
export async function collectFacts(options: {
  context: InspectionContext;
  earlier: Pick<ConnectionsOverview, 'hosts' | 'systems'>;
  /** Whether somebody waits for them, so that nothing remembered will do. */
  asked: boolean;
}): Promise<{
  hosts: Omit<GithubHostFacts, 'status'>[];
  systems: SystemFacts[];
  problems: CheckResult[];
}> {
  const { context, earlier, asked } = options;
  const problems: CheckResult[] = [];

  async function collect<T>(what: string, instead: T, work: () => Promise<T>) {
    try {
      return await withinTime({
        ms: MOST_MS,
        message: `it took longer than ${MOST_MS / 1000} seconds`,
        work,
      });
    } catch (error) {
      context.logger.warn(`Facts of ${what} are missing: ${messageOf(error)}`);
      problems.push({
        id: `facts:${what.toLocaleLowerCase('en-US').replace(/\W+/g, '-')}`,
        group: 'connections',
        check: `Facts of ${what} can be found out`,
        status: 'fail',
        cause: messageOf(error),
        remedy:
          'Run the checks again. If it fails again, the log of the portal has more.',
        links: [],
      });
      return instead;
    }
  }

  const [hosts, systems] = await Promise.all([
    collect<Omit<GithubHostFacts, 'status'>[]>('GitHub', earlier.hosts, () =>
      inspectGithub({ context }),
    ),
    collect('other systems', earlier.systems, () =>
      inspectSystems({ context, asked }),
    ),
  ]);
  return { hosts, systems, problems };
}
