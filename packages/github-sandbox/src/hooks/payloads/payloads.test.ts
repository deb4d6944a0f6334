import { startReceiver } from '../__testUtils__/startReceiver';
import { startTestSandbox } from '../../testing/startTestSandbox';
import { readOpenApi, type OpenApi } from '../../testing/published/readOpenApi';
import {
  readWebhookSchemas,
  type WebhookSchemas,
} from './__testUtils__/readWebhookSchemas';
import { tellStory } from './__testUtils__/tellStory';
import { builders } from './builders';

jest.setTimeout(120_000);

let openApi: OpenApi;
let schemas: WebhookSchemas;
let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

beforeAll(async () => {
  openApi = await readOpenApi();
  schemas = await readWebhookSchemas();
  sandbox = await startTestSandbox();
  receiver = await startReceiver();
  Object.assign(sandbox.app, {
    webhookUrl: receiver.url,
    webhookActive: true,
  });
  sandbox.installation.events = ['repository_dispatch', 'workflow_dispatch'];
  for (const path of ['/orgs/acme', '/repos/acme/shop']) {
    await sandbox.call(`POST ${path}/hooks`, {
      as: 'olivia',
      body: {
        name: 'web',
        events: ['*'],
        config: { url: receiver.url, content_type: 'json' },
      },
    });
  }
  await tellStory(sandbox);
});
afterAll(async () => {
  await sandbox.stop();
  await receiver.stop();
  if (sandbox.errors.length > 0) throw sandbox.errors[0];
});

function payloads(event: string, action?: string) {
  return receiver.received
    .filter(
      ({ headers, payload }) =>
        headers['x-github-event'] === event && payload.action === action,
    )
    .map(({ payload }) => payload);
}

/** Events and actions of the story. */
const TOLD = [
  'ping',
  'push',
  'create',
  'delete',
  'fork',
  'public',
  'gollum',
  'status',
  'team_add',
  'workflow_dispatch',
  'star created',
  'star deleted',
  'watch started',
  'repository created',
  'repository renamed',
  'repository edited',
  'repository archived',
  'repository unarchived',
  'repository publicized',
  'repository privatized',
  'repository deleted',
  'team created',
  'team edited',
  'team added_to_repository',
  'membership added',
  'membership removed',
  'member added',
  'member removed',
  'organization member_added',
  'organization member_removed',
  'issues opened',
  'issues labeled',
  'issues assigned',
  'issue_comment created',
  'pull_request opened',
  'pull_request_review submitted',
  'pull_request_review_comment created',
  'check_run created',
  'check_run completed',
  'check_suite completed',
  'deployment created',
  'deployment_status created',
  'workflow_run requested',
  'workflow_run in_progress',
  'workflow_run completed',
  'workflow_job queued',
  'workflow_job in_progress',
  'workflow_job completed',
  'release published',
  'release released',
  'release edited',
  'dependabot_alert created',
  'dependabot_alert dismissed',
  'dependabot_alert reopened',
  'dependabot_alert fixed',
  'code_scanning_alert created',
  'code_scanning_alert closed_by_user',
  'code_scanning_alert reopened_by_user',
  'code_scanning_alert fixed',
  'secret_scanning_alert created',
  'secret_scanning_alert resolved',
  'secret_scanning_alert reopened',
  'installation created',
  'installation suspend',
  'installation unsuspend',
  'installation deleted',
  'installation_repositories added',
].map(text => {
  const [event, action] = text.split(' ') as [string, string?];
  return { text, event, action };
});

it.each(TOLD)('$text is as GitHub describes it', ({ event, action }) => {
  const found = payloads(event, action);
  expect(found).not.toEqual([]);
  for (const payload of found) {
    expect(openApi.checkWebhook({ event, action, payload })).toEqual([]);
  }
});

/** Of these, the schemas have only a state that GitHub has changed since, or a sender that is GitHub itself. */
const OUTDATED = [
  'dependabot_alert',
  'code_scanning_alert',
  'secret_scanning_alert',
];

it.each(TOLD.filter(({ event }) => !OUTDATED.includes(event)))(
  '$text has no more than GitHub sends',
  ({ event, action }) => {
    const [payload] = payloads(event, action);
    expect(schemas.check({ event, action, payload })).toEqual([]);
  },
);

it('sends no secret', () => {
  const sent = receiver.received.map(({ payload }) => JSON.stringify(payload));
  expect(sent.filter(text => text.includes('google_api_key'))).not.toEqual([]);
  expect(sent.filter(text => text.includes('not-a-secret'))).toEqual([]);
});

it('takes any action of a repository_dispatch', () => {
  const [payload] = payloads('repository_dispatch', 'deploy');
  expect(
    openApi.checkWebhook({
      event: 'repository_dispatch',
      action: 'sample.collected',
      payload,
    }),
  ).toEqual([]);
  expect(payload.client_payload).toEqual({ to: 'production' });
});

it('leaves no builder untested', () => {
  const told = [...TOLD.map(({ event }) => event), 'repository_dispatch'];
  expect(Object.keys(builders).filter(name => !told.includes(name))).toEqual(
    [],
  );
});

describe('push', () => {
  const pushOf = (ref: string) =>
    payloads('push').find(payload => payload.ref === ref)!;

  it('lists commits with the paths that they changed', () => {
    const { commits, head_commit: head, ...push } = pushOf('refs/heads/topic');
    expect(commits).toEqual([
      expect.objectContaining({
        id: push.after,
        added: ['docs/new.md'],
        modified: ['README.md'],
        removed: ['src/index.ts'],
        message: 'Mend',
        timestamp: '2026-02-01T13:00:00+01:00',
        url: `${sandbox.url}/acme/shop/commit/${push.after}`,
        author: expect.objectContaining({ username: 'mel' }),
      }),
    ]);
    expect(head).toEqual(commits[0]);
    expect(push).toMatchObject({
      created: false,
      deleted: false,
      forced: false,
      base_ref: null,
      compare: `${sandbox.url}/acme/shop/compare/${push.before.slice(
        0,
        12,
      )}...${push.after.slice(0, 12)}`,
      pusher: { name: 'olivia', email: 'olivia@acme.example' },
      organization: { login: 'acme' },
      repository: {
        html_url: `${sandbox.url}/acme/shop`,
        url: `${sandbox.url}/api/v3/repos/acme/shop`,
        master_branch: 'main',
        organization: 'acme',
        owner: { name: 'acme', login: 'acme' },
      },
    });
    expect(Number.isInteger(push.repository.created_at)).toBe(true);
  });

  it('names where a tag was made', () => {
    expect(pushOf('refs/tags/v1')).toMatchObject({
      before: '0'.repeat(40),
      created: true,
      commits: [],
      base_ref: 'refs/heads/topic',
      head_commit: { message: 'Mend' },
    });
  });

  it('has nothing of a branch that is gone', () => {
    expect(pushOf('refs/heads/gone')).toMatchObject({
      after: '0'.repeat(40),
      deleted: true,
      commits: [],
      head_commit: null,
    });
  });
});

it('does not tell that an earlier deployment is over', () => {
  const states = payloads('deployment_status', 'created').map(
    payload => payload.deployment_status.state,
  );
  // Two deployments, and two hooks that hear of each.
  expect(states).toEqual(['success', 'success', 'success', 'success']);
});

it('names the team above a team', () => {
  const [{ team }] = payloads('team', 'created');
  expect(team).toMatchObject({ slug: 'payments', parent: { slug: 'web' } });
});
