import type { GitHubRequest } from './GitHubRequest';

const shop = { owner: 'acme', repo: 'shop' };
const WORKFLOW = `name: Build
on:
  push:
  workflow_dispatch:
    inputs:
      reason: { required: true, type: string }
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: test -f README.md
      - name: Say so
        run: echo "built \${{ github.ref_name }}"
`;

/** Workflows, webhooks and alerts. */
export const automationRequests: GitHubRequest[] = [
  {
    name: 'adds a workflow',
    send: ({ olivia }) =>
      olivia.rest.repos.createOrUpdateFileContents({
        ...shop,
        path: '.github/workflows/build.yml',
        message: 'Build',
        content: Buffer.from(WORKFLOW).toString('base64'),
      }),
    status: 201,
  },
  {
    name: 'lists workflows',
    send: ({ nobody }) => nobody.rest.actions.listRepoWorkflows(shop),
    check: ({ data }) =>
      expect(data.workflows[0].path).toBe('.github/workflows/build.yml'),
  },
  {
    name: 'has run it',
    async send({ nobody, olivia }) {
      // The run goes on in the background.
      for (let attempt = 0; attempt < 100; attempt += 1) {
        const answer = await olivia.rest.actions.listWorkflowRunsForRepo(shop);
        if (answer.data.workflow_runs[0]?.status === 'completed') break;
        await new Promise(resolve => setTimeout(resolve, 50));
      }
      return nobody.rest.actions.listWorkflowRunsForRepo(shop);
    },
    check({ data }, found) {
      expect(data.workflow_runs[0].conclusion).toBe('success');
      found.run = data.workflow_runs[0].id;
    },
  },
  {
    name: 'reads a run',
    send: ({ nobody }, { run }) =>
      nobody.rest.actions.getWorkflowRun({ ...shop, run_id: run }),
    check: ({ data }) => expect(data.event).toBe('push'),
  },
  {
    name: 'lists jobs',
    send: ({ nobody }, { run }) =>
      nobody.rest.actions.listJobsForWorkflowRun({ ...shop, run_id: run }),
    check({ data }, found) {
      expect(data.jobs[0].steps.map((step: any) => step.name)).toContain(
        'Say so',
      );
      found.job = data.jobs[0].id;
    },
  },
  {
    name: 'reads a job',
    send: ({ nobody }, { job }) =>
      nobody.rest.actions.getJobForWorkflowRun({ ...shop, job_id: job }),
  },
  {
    name: 'gives the log of a job',
    send: ({ olivia }, { job }) =>
      olivia.rest.actions.downloadJobLogsForWorkflowRun({
        ...shop,
        job_id: job,
      }),
    check: ({ data }) => expect(data).toContain('built main'),
  },
  {
    name: 'starts no run without its inputs',
    send: ({ olivia }) =>
      olivia.rest.actions.createWorkflowDispatch({
        ...shop,
        workflow_id: 'build.yml',
        ref: 'main',
      }),
    status: 422,
  },
  {
    name: 'starts a run',
    send: ({ olivia }) =>
      olivia.rest.actions.createWorkflowDispatch({
        ...shop,
        workflow_id: 'build.yml',
        ref: 'main',
        inputs: { reason: 'because' },
      }),
    status: 204,
  },
  {
    name: 'runs again',
    send: ({ olivia }, { run }) =>
      olivia.rest.actions.reRunWorkflow({ ...shop, run_id: run }),
    status: 201,
  },
  {
    name: 'lists the runs of a workflow',
    send: ({ nobody }) =>
      nobody.rest.actions.listWorkflowRuns({
        ...shop,
        workflow_id: 'build.yml',
      }),
    check: ({ data }) => expect(data.total_count).toBe(2),
  },
  {
    name: 'lists artifacts',
    send: ({ nobody }) => nobody.rest.actions.listArtifactsForRepo(shop),
  },
  {
    name: 'creates a webhook',
    send: ({ olivia }) =>
      olivia.rest.repos.createWebhook({
        ...shop,
        events: ['push'],
        config: {
          url: 'http://localhost:1/hook',
          content_type: 'json',
          secret: 'very secret',
        },
      }),
    status: 201,
    check({ data }, found) {
      expect(JSON.stringify(data)).not.toContain('very secret');
      found.hook = data.id;
    },
  },
  {
    name: 'lists webhooks',
    send: ({ olivia }) => olivia.rest.repos.listWebhooks(shop),
    check: ({ data }) => expect(data).toHaveLength(1),
  },
  {
    name: 'changes a webhook',
    send: ({ olivia }, { hook }) =>
      olivia.rest.repos.updateWebhook({
        ...shop,
        hook_id: hook,
        add_events: ['issues'],
      }),
    check: ({ data }) => expect(data.events.sort()).toEqual(['issues', 'push']),
  },
  {
    name: 'pings a webhook',
    send: ({ olivia }, { hook }) =>
      olivia.rest.repos.pingWebhook({ ...shop, hook_id: hook }),
    status: 204,
  },
  {
    name: 'lists deliveries',
    send: ({ olivia }, { hook }) =>
      olivia.rest.repos.listWebhookDeliveries({ ...shop, hook_id: hook }),
  },
  {
    name: 'deletes a webhook',
    send: ({ olivia }, { hook }) =>
      olivia.rest.repos.deleteWebhook({ ...shop, hook_id: hook }),
    status: 204,
  },
  {
    name: 'lists alerts',
    send: ({ olivia }) => olivia.rest.dependabot.listAlertsForRepo(shop),
  },
  {
    name: 'dispatches an event of its own',
    send: ({ olivia }) =>
      olivia.rest.repos.createDispatchEvent({ ...shop, event_type: 'deploy' }),
    status: 204,
  },
];
