import type { Sandbox } from '../core/Sandbox';
import type {
  App,
  CheckConclusion,
  CheckSuite,
  Repository,
} from '../core/state';
import { emitCheckSuite } from './checkSuites';
import { latestCheckRuns } from './latestCheckRuns';

/** The worst first: what a suite comes to when its runs differ. */
const ORDER: CheckConclusion[] = [
  'action_required',
  'timed_out',
  'startup_failure',
  'cancelled',
  'failure',
  'stale',
  'success',
  'neutral',
  'skipped',
];

/** Brings a check suite up to date with its runs, and tells when it has come to an end. */
export function updateSuite(options: {
  sandbox: Sandbox;
  repository: Repository;
  app: App;
  suite: CheckSuite;
  at?: string;
}): void {
  const { sandbox, repository, app, suite, at } = options;
  const runs = latestCheckRuns({
    sandbox,
    repository,
    sha: suite.headSha,
  }).filter(({ suiteId }) => suiteId === suite.id);
  const before = suite.status;
  const done = runs.every(({ status }) => status === 'completed');
  suite.updatedAt = at ?? sandbox.clock.iso();
  if (!done || runs.length === 0) {
    const waiting = runs.every(({ status }) => status === 'queued');
    suite.status = waiting ? 'queued' : 'in_progress';
    suite.conclusion = null;
    return;
  }
  suite.status = 'completed';
  suite.conclusion =
    ORDER.find(candidate =>
      runs.some(({ conclusion }) => conclusion === candidate),
    ) ?? 'success';
  const sender = sandbox.state.users.get(app.botId);
  if (before !== 'completed' && at === undefined && sender) {
    emitCheckSuite({
      sandbox,
      repository,
      checkSuite: suite,
      action: 'completed',
      sender,
    });
  }
}
