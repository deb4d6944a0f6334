import type { Sandbox } from '../core/Sandbox';
import type { App, CheckRun, Repository } from '../core/state';
import { applyCheckRunFields } from './applyCheckRunFields';
import type { CheckRunFields } from './CheckRunFields';
import { emitCheckRun } from './emitCheckRun';
import { updateSuite } from './updateSuite';

/** Changes a check run of an App. https://docs.github.com/rest/checks/runs#update-a-check-run */
export function updateCheckRun(options: {
  sandbox: Sandbox;
  repository: Repository;
  app: App;
  checkRun: CheckRun;
  fields: CheckRunFields;
  /** ISO time, for history: nothing is emitted then. */
  at?: string;
}): void {
  const { sandbox, checkRun } = options;
  const before = checkRun.status;
  applyCheckRunFields(options);
  if (checkRun.status === 'completed' && before !== 'completed') {
    emitCheckRun({ ...options, action: 'completed' });
  }
  const suite = sandbox.state.checkSuites.get(checkRun.suiteId);
  if (suite) updateSuite({ ...options, suite });
}
