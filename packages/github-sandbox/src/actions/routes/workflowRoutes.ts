import { actorOf } from '../../access';
import type { Workflow } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import { notSupplied } from '../../http/invalidRequest';
import { repositoryAddress } from '../../issues/present/repositoryAddress';
import { presentWorkflow } from '../present/presentWorkflow';
import { billableOf } from '../runs/billableOf';
import { dispatchWorkflow } from '../runs/dispatchWorkflow';
import { jobsOf } from '../runs/jobsOf';
import { armSchedule } from '../schedule/armSchedule';
import type { JsonObject } from '../engine';
import { READ, WRITE } from './access';
import { workflowOf, workflowsOf } from './subjects';
import { readObject } from '../../http/body/readObject';

const one = '/repos/{owner}/{repo}/actions/workflows/{workflow_id}';
/** https://docs.github.com/rest/actions/workflows#create-a-workflow-dispatch-event */
const MOST_INPUTS = 25;

export const listWorkflowsRoute: Route = {
  route: 'GET /repos/{owner}/{repo}/actions/workflows',
  on: 'repository',
  access: READ,
  async handle(call) {
    const workflows = await workflowsOf(call);
    const { rows, total } = paginate({
      call,
      rows: workflows.filter(({ state }) => state !== 'deleted'),
    });
    return {
      body: {
        total_count: total,
        workflows: rows.map(workflow => presentWorkflow({ ...call, workflow })),
      },
      total,
    };
  },
};

export const getWorkflow: Route = {
  route: `GET ${one}`,
  on: 'repository',
  access: READ,
  async handle(call) {
    const workflow = await workflowOf(call);
    return { body: presentWorkflow({ ...call, workflow }) };
  },
};

export const enableWorkflow: Route = {
  route: `PUT ${one}/enable`,
  on: 'repository',
  access: WRITE,
  handle: call => setState(call, 'active'),
};

/** It starts no more runs, also not by hand. */
export const disableWorkflow: Route = {
  route: `PUT ${one}/disable`,
  on: 'repository',
  access: WRITE,
  handle: call => setState(call, 'disabled_manually'),
};

async function setState(call: RepositoryCall, state: Workflow['state']) {
  const workflow = await workflowOf(call);
  if (workflow.state === 'deleted') {
    throw new GitHubError({
      status: 403,
      message: 'Unable to change the state of a deleted workflow',
    });
  }
  workflow.state = state;
  workflow.updatedAt = call.sandbox.clock.iso();
  armSchedule(call);
  return { status: 204 };
}

export const getWorkflowUsage: Route = {
  route: `GET ${one}/timing`,
  on: 'repository',
  access: READ,
  async handle(call) {
    const { sandbox, repository } = call;
    const workflow = await workflowOf(call);
    const jobs = sandbox.state.workflowRuns
      .by('workflow', workflow.id)
      .flatMap(run => jobsOf({ sandbox, run }));
    const billable = Object.entries(billableOf({ repository, jobs })).map(
      ([system, { total_ms: total }]) => [system, { total_ms: total }],
    );
    return { body: { billable: Object.fromEntries(billable) } };
  },
};

export const createDispatch: Route = {
  route: `POST ${one}/dispatches`,
  on: 'repository',
  access: WRITE,
  async handle(call) {
    const { sandbox, repository, viewer, body } = call;
    const workflow = await workflowOf(call);
    if (typeof body.ref !== 'string') throw notSupplied('ref');
    const inputs = (readObject({ body, field: 'inputs' }) ?? {}) as JsonObject;
    if (Object.keys(inputs).length > MOST_INPUTS) {
      throw new GitHubError({
        status: 422,
        message: `Invalid request.\n\nNo more than ${MOST_INPUTS} properties are allowed; ${
          Object.keys(inputs).length
        } were supplied.`,
      });
    }
    const dispatched = await dispatchWorkflow({
      sandbox,
      repository,
      workflow,
      ref: body.ref,
      inputs,
      actor: actorOf(viewer),
    });
    if (dispatched.outcome === 'unprocessable') {
      const { message } = dispatched;
      throw new GitHubError({ status: 422, message });
    }
    if (body.return_run_details !== true) return { status: 204 };
    const { api, html } = repositoryAddress(call);
    const path = `actions/runs/${dispatched.run.id}`;
    return {
      body: {
        workflow_run_id: dispatched.run.id,
        run_url: `${api}/${path}`,
        html_url: `${html}/${path}`,
      },
    };
  },
};
