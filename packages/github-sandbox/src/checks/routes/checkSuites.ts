import { actorOf } from '../../access';
import { paginate } from '../../http/paginate';
import type { Route } from '../../http/Route';
import { notSupplied } from '../../http/invalidRequest';
import { branchAt } from '../branchAt';
import { emitCheckSuite, findCheckSuite, newCheckSuite } from '../checkSuites';
import { latestCheckRuns } from '../latestCheckRuns';
import { presentCheckSuite } from '../present/presentCheckSuite';
import { appOf, checkSuiteOf } from './appOf';
import { commitOf } from './commitOf';

const one = '/repos/{owner}/{repo}/check-suites/{check_suite_id}';
const read = { permission: { name: 'checks', level: 'read' as const } };
const write = { permission: { name: 'checks', level: 'write' as const } };

/** 200 where the App has one for the commit already. https://docs.github.com/rest/checks/suites#create-a-check-suite */
export const createCheckSuite: Route = {
  route: 'POST /repos/{owner}/{repo}/check-suites',
  on: 'repository',
  access: write,
  async handle(call) {
    const { sandbox, repository, viewer, body } = call;
    const app = appOf(call);
    if (typeof body.head_sha !== 'string') throw notSupplied('head_sha');
    const sha = await commitOf({ call, name: body.head_sha, missing: 422 });
    const existing = findCheckSuite({ sandbox, repository, app, sha });
    const branch = await branchAt({ sandbox, repository, sha });
    const checkSuite =
      existing ?? newCheckSuite({ sandbox, repository, app, sha, branch });
    if (!existing) {
      emitCheckSuite({
        sandbox,
        repository,
        checkSuite,
        action: 'requested',
        sender: actorOf(viewer),
      });
    }
    return {
      status: existing ? 200 : 201,
      body: await presentCheckSuite({ ...call, checkSuite }),
    };
  },
};

export const getCheckSuite: Route = {
  route: `GET ${one}`,
  on: 'repository',
  access: read,
  async handle(call) {
    const checkSuite = checkSuiteOf(call);
    return { body: await presentCheckSuite({ ...call, checkSuite }) };
  },
};

/** Asks the App to check everything again. https://docs.github.com/rest/checks/suites#rerequest-a-check-suite */
export const rerequestCheckSuite: Route = {
  route: `POST ${one}/rerequest`,
  on: 'repository',
  access: { ...write, role: 'push' },
  handle(call) {
    const { sandbox, repository, viewer } = call;
    const checkSuite = checkSuiteOf(call);
    checkSuite.status = 'queued';
    checkSuite.conclusion = null;
    emitCheckSuite({
      sandbox,
      repository,
      checkSuite,
      action: 'rerequested',
      sender: actorOf(viewer),
    });
    return { status: 201, body: {} };
  },
};

/** https://docs.github.com/rest/checks/suites#list-check-suites-for-a-git-reference */
export const listCheckSuites: Route = {
  route: 'GET /repos/{owner}/{repo}/commits/{ref}/check-suites',
  on: 'repository',
  access: read,
  async handle(call) {
    const { sandbox, repository, query, params } = call;
    const sha = await commitOf({ call, name: params.ref, missing: 422 });
    const app = query.get('app_id');
    const name = query.get('check_name');
    const runs = latestCheckRuns({ sandbox, repository, sha });
    const { rows, total } = paginate({
      call,
      rows: sandbox.state.checkSuites
        .by('commit', `${repository.id}:${sha}`)
        .filter(
          suite =>
            (!app || suite.appId === Number(app)) &&
            (!name ||
              runs.some(run => run.suiteId === suite.id && run.name === name)),
        ),
    });
    return {
      body: {
        total_count: total,
        check_suites: await Promise.all(
          rows.map(checkSuite => presentCheckSuite({ ...call, checkSuite })),
        ),
      },
      total,
    };
  },
};
