import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { createRun } from '../runs/createRun';
import { plansFor } from '../runs/plansFor';
import { problemOf } from '../runs/problemOf';
import { recordRunEnd } from '../runs/recordRun';
import { triggersOf } from '../triggers/triggersOf';
import { executePast } from './executePast';
import { forgetRuns } from './forgetRuns';
import { pastEvents } from './pastEvents';

/** Executes the workflows that the past of a repository would have started, with the times of that past. Tells nobody. */
export async function replayRepository(options: {
  sandbox: Sandbox;
  repository: Repository;
}): Promise<void> {
  const { sandbox, repository } = options;
  const { replay } = repository.actions;
  if (!replay) return;
  // Those that an interrupted replay has left.
  forgetRuns(options);
  const events = await pastEvents({
    sandbox,
    repository,
    commits: replay.commits,
    until: new Date(replay.until),
  });
  for (const event of events) {
    const { at } = event;
    for (const trigger of await triggersOf({ sandbox, event })) {
      const starting = await plansFor({ sandbox, repository, trigger, at });
      for (const { plan, workflow } of starting) {
        const scope = createRun({
          sandbox,
          repository,
          workflow,
          trigger,
          plan,
          at,
        });
        if (plan.outcome === 'invalid') {
          const problem = problemOf(plan);
          recordRunEnd({ scope, conclusion: 'failure', at, problem });
        } else {
          await executePast({ scope, plan });
        }
      }
    }
  }
  delete repository.actions.replay;
  sandbox.changed();
}
