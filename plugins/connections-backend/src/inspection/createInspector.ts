import type {
  CheckResult,
  ConnectionsOverview,
} from '@callboard/plugin-connections-common';
import type { Check } from '../checks/Check';
import { checks as allChecks } from '../checks/checks';
import type { FeatureNeed } from '../needs/FeatureNeed';
import { featureNeeds } from '../needs/featureNeeds';
import { collectFacts } from './collectFacts';
import type { InspectionContext } from './InspectionContext';
import type { InspectOptions, Inspector } from './Inspector';
import { listFeatures } from './listFeatures';
import { mergeResults } from './mergeResults';
import { runChecks } from './runChecks';
import { worstStatus } from './worstStatus';

/**
 * The inspection of a portal, running or not. One run at a time: who calls while one is under way shares it, and who asks for a fresh
 * one shares the next. Who calls while only some checks are run gets a run of all after it.
 */
export function createInspector(options: {
  context: InspectionContext;
  checks?: Check[];
  features?: FeatureNeed[];
  /** How often somebody calls `inspect`, in seconds, for the overview. @defaultValue 60 */
  everySeconds?: number;
}): Inspector {
  const { context, checks = allChecks, features = featureNeeds } = options;
  const { everySeconds = 60 } = options;
  const listeners = new Set<(overview: ConnectionsOverview) => void>();
  let running: Promise<ConnectionsOverview> | undefined;
  /** Whether the run that is under way makes every check that runs on schedule. */
  let isWhole = false;
  const next = new Map<string, Promise<ConnectionsOverview>>();
  let last: ConnectionsOverview = {
    status: 'pass',
    hosts: [],
    ignored: [],
    systems: [],
    checks: [],
    running: false,
    everySeconds,
    features: [],
    mayManage: false,
  };

  async function run(asked: InspectOptions): Promise<void> {
    const { onDemand = false, only } = asked;
    const chosen = checks.filter(check =>
      only ? only.includes(check.id) : onDemand || !check.onDemandOnly,
    );
    const facts = await collectFacts({
      ...{ context, earlier: last },
      asked: isAsked(asked),
    });
    const known = listFeatures({
      config: context.config,
      hosts: facts.hosts,
      features,
    });
    const fresh: CheckResult[] = [
      ...facts.problems,
      ...(await runChecks({
        checks: chosen,
        input: {
          context,
          hosts: facts.hosts,
          systems: facts.systems,
          features: known,
          asked: isAsked(asked),
        },
      })),
    ];
    const results = mergeResults({
      earlier: last.checks,
      fresh,
      order: checks,
      ran: chosen,
      now: context.now(),
    });
    last = {
      ...last,
      status: worstStatus(results),
      hosts: facts.hosts.map(host => ({
        ...host,
        status: worstStatus(
          results.filter(result => result.host === host.host),
        ),
      })),
      ignored: context.github.credentials.ignoredHosts(),
      systems: facts.systems,
      checks: results,
      checkedAt: context.now().toISOString(),
      features: known,
      storedIn: context.github.stored.file,
    };
    for (const listener of listeners) listener(overview());
  }

  function overview(): ConnectionsOverview {
    return { ...last, running: running !== undefined };
  }

  function start(asked: InspectOptions): Promise<ConnectionsOverview> {
    isWhole = !asked.only;
    running = run(asked)
      .finally(() => {
        running = undefined;
      })
      .then(overview);
    return running;
  }

  /** After the run that is under way, together with all who want the same. */
  function queue(asked: InspectOptions): Promise<ConnectionsOverview> {
    const { onDemand = false, only = null } = asked;
    const key = JSON.stringify([isAsked(asked), onDemand, only]);
    const queued = next.get(key);
    if (queued) return queued;
    const waiting = (async () => {
      // Not before it is remembered below: else it would never be forgotten, and be the answer to everyone who asks later.
      await Promise.resolve();
      while (running) await running.catch(() => undefined);
      next.delete(key);
      return start(asked);
    })();
    next.set(key, waiting);
    return waiting;
  }

  return {
    async inspect(asked = {}) {
      if (isAsked(asked)) return queue(asked);
      if (!running) return start(asked);
      return isWhole ? running : queue(asked);
    },
    overview,
    onResults(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function isAsked({ asked, onDemand, only }: InspectOptions): boolean {
  return Boolean(asked || onDemand || only);
}
