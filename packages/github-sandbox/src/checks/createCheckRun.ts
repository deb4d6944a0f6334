import type { Sandbox } from '../core/Sandbox';
import type { App, CheckRun, CheckSuite, Repository } from '../core/state';
import { applyCheckRunFields } from './applyCheckRunFields';
import type { CheckRunFields } from './CheckRunFields';
import { findCheckSuite, newCheckSuite } from './checkSuites';
import { branchAt } from './branchAt';
import { emitCheckRun } from './emitCheckRun';
import { updateSuite } from './updateSuite';

/** Adds a check run of an App to a commit, in the App's suite for the commit or in the one given. https://docs.github.com/rest/checks/runs#create-a-check-run */
export async function createCheckRun(options: {
  sandbox: Sandbox;
  repository: Repository;
  app: App;
  name: string;
  /** The commit, 40 digits. */
  sha: string;
  suite?: CheckSuite;
  fields?: CheckRunFields;
  /** ISO time, for history: nothing is emitted then. */
  at?: string;
}): Promise<CheckRun> {
  const { sandbox, repository, app, name, sha, fields = {}, at } = options;
  const suite =
    options.suite ??
    findCheckSuite(options) ??
    newCheckSuite({ ...options, branch: await branchAt(options) });
  const checkRun = sandbox.state.checkRuns.insert({
    id: sandbox.nextId(),
    repositoryId: repository.id,
    suiteId: suite.id,
    appId: app.id,
    headSha: sha,
    name,
    externalId: null,
    detailsUrl: null,
    status: 'queued',
    conclusion: null,
    startedAt: at ?? sandbox.clock.iso(),
    completedAt: null,
    output: { title: null, summary: null, text: null, annotations: [] },
  });
  applyCheckRunFields({ sandbox, checkRun, fields, at });
  emitCheckRun({ ...options, checkRun, action: 'created' });
  if (checkRun.status === 'completed') {
    emitCheckRun({ ...options, checkRun, action: 'completed' });
  }
  updateSuite({ ...options, suite });
  return checkRun;
}
