import { actorOf } from '../../access';
import type { CheckRun } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import { createCheckRun } from '../createCheckRun';
import { latestCheckRuns } from '../latestCheckRuns';
import { presentAnnotation } from '../present/presentAnnotation';
import { presentCheckRun } from '../present/presentCheckRun';
import { updateCheckRun } from '../updateCheckRun';
import { appOf, checkRunOf, checkSuiteOf } from './appOf';
import { commitOf } from './commitOf';
import { readCheckRun } from './readCheckRun';
import { bodyReader } from '../../http/body/bodyReader';

const one = '/repos/{owner}/{repo}/check-runs/{check_run_id}';
const read = { permission: { name: 'checks', level: 'read' as const } };
const write = { permission: { name: 'checks', level: 'write' as const } };

/** https://docs.github.com/rest/checks/runs#create-a-check-run */
export const createCheckRunRoute: Route = {
  route: 'POST /repos/{owner}/{repo}/check-runs',
  on: 'repository',
  access: write,
  async handle(call) {
    const { sandbox, repository, body } = call;
    const app = appOf(call);
    const fields = bodyReader(body);
    const name = fields.requiredText('name');
    const headSha = fields.requiredText('head_sha');
    const checkRun = await createCheckRun({
      sandbox,
      repository,
      app,
      name,
      sha: await commitOf({ call, name: headSha, missing: 422 }),
      fields: readCheckRun(body),
    });
    const answer = presentCheckRun({ ...call, checkRun });
    return { status: 201, body: answer, headers: { location: answer.url } };
  },
};

export const getCheckRun: Route = {
  route: `GET ${one}`,
  on: 'repository',
  access: read,
  handle: call => ({
    body: presentCheckRun({ ...call, checkRun: checkRunOf(call) }),
  }),
};

/** https://docs.github.com/rest/checks/runs#update-a-check-run */
export const updateCheckRunRoute: Route = {
  route: `PATCH ${one}`,
  on: 'repository',
  access: write,
  handle(call) {
    const { sandbox, repository, body } = call;
    const app = appOf(call);
    const checkRun = checkRunOf(call);
    if (checkRun.appId !== app.id) {
      throw new GitHubError({
        status: 403,
        message: `Invalid app_id \`${app.id}\` - check run can only be modified by the GitHub App that created it.`,
      });
    }
    const fields = readCheckRun(body);
    updateCheckRun({ sandbox, repository, app, checkRun, fields });
    return { body: presentCheckRun({ ...call, checkRun }) };
  },
};

export const listAnnotations: Route = {
  route: `GET ${one}/annotations`,
  on: 'repository',
  access: read,
  handle(call) {
    const checkRun = checkRunOf(call);
    const { rows, total } = paginate({
      call,
      rows: checkRun.output.annotations,
    });
    return {
      body: rows.map(annotation =>
        presentAnnotation({ ...call, checkRun, annotation }),
      ),
      total,
    };
  },
};

/** Asks the App to check again. https://docs.github.com/rest/checks/runs#rerequest-a-check-run */
export const rerequestCheckRun: Route = {
  route: `POST ${one}/rerequest`,
  on: 'repository',
  access: { ...write, role: 'push' },
  handle(call) {
    const { sandbox, repository, viewer } = call;
    const checkRun = checkRunOf(call);
    checkRun.status = 'queued';
    checkRun.conclusion = null;
    checkRun.completedAt = null;
    const suite = sandbox.state.checkSuites.get(checkRun.suiteId);
    if (suite) {
      suite.status = 'queued';
      suite.conclusion = null;
    }
    sandbox.events.emit({
      name: 'check_run',
      action: 'rerequested',
      repository,
      checkRun,
      sender: actorOf(viewer),
    });
    return { status: 201, body: {} };
  },
};

/** What lists of check runs can be filtered by. */
function list(call: RepositoryCall, runs: CheckRun[]) {
  const { query } = call;
  const name = query.get('check_name');
  const status = query.get('status');
  const app = query.get('app_id');
  const { rows, total } = paginate({
    call,
    rows: runs.filter(
      run =>
        (!name || run.name === name) &&
        (!status || run.status === status) &&
        (!app || run.appId === Number(app)),
    ),
  });
  return {
    body: {
      total_count: total,
      check_runs: rows.map(checkRun => presentCheckRun({ ...call, checkRun })),
    },
    total,
  };
}

function runsAt(call: RepositoryCall, sha: string): CheckRun[] {
  const { sandbox, repository, query } = call;
  return query.get('filter') === 'all'
    ? sandbox.state.checkRuns
        .by('commit', `${repository.id}:${sha}`)
        .sort((a, b) => b.id - a.id)
    : latestCheckRuns({ sandbox, repository, sha });
}

/** https://docs.github.com/rest/checks/runs#list-check-runs-for-a-git-reference */
export const listCheckRunsOfRef: Route = {
  route: 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
  on: 'repository',
  access: read,
  async handle(call) {
    const sha = await commitOf({ call, name: call.params.ref, missing: 422 });
    return list(call, runsAt(call, sha));
  },
};

export const listCheckRunsOfSuite: Route = {
  route: 'GET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs',
  on: 'repository',
  access: read,
  handle(call) {
    const suite = checkSuiteOf(call);
    return list(
      call,
      runsAt(call, suite.headSha).filter(({ suiteId }) => suiteId === suite.id),
    );
  },
};
