import path from 'node:path';
/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { applySeed } from '@callboard/github-sandbox/src/seed/apply/applySeed';
import { readSeed } from '@callboard/github-sandbox/src/seed/read/readSeed';
import { newInstallation } from '@callboard/github-sandbox/src/core/records/newInstallation';
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
/* eslint-enable @backstage/no-forbidden-package-imports */
import type { Entity } from '@backstage/catalog-model';
import { handledEvents } from '../events/handledEvents';
import {
  type ActivityScene,
  startActivityScene,
} from './__testUtils__/startActivityScene';

// Jest cannot run a dynamic import from CommonJS.
jest.mock('./insights/loadRenderer', () => ({
  loadRenderer: async () =>
    jest.requireActual(
      '@callboard/plugin-techdocs-backend-module-markdown/src/markdown/renderReadme',
    ),
}));

jest.setTimeout(300_000);

const REPOSITORIES = 20;
const OPENS = 100;
const OPENS_OF_ALL = 4;
const PATHS = [
  ...['repository', 'workflows', 'runs', 'pulls', 'insights', 'readme'],
  ...['security', 'stations'],
];

let scene: ActivityScene;
let names: string[];
let organisation: string;

beforeAll(async () => {
  const sandbox = await startTestSandbox();
  const read = await readSeed({
    folder: path.resolve(__dirname, '../../../../examples'),
  });
  if (read.outcome === 'invalid') throw new Error('The examples are invalid');
  const applied = await applySeed({
    sandbox: sandbox.sandbox,
    seed: read.seed,
  });
  if (applied.outcome !== 'applied') throw new Error(applied.outcome);
  const { state } = sandbox.sandbox;
  const repositories = applied.repositories
    .filter(({ archived }) => !archived)
    .slice(0, REPOSITORIES);
  names = repositories.map(({ name }) => name);
  const account = state.organisations.get(repositories[0].ownerId)!;
  organisation = account.login;
  const permissions = {
    ...sandbox.app.permissions,
    ...{ vulnerability_alerts: 'read', security_events: 'read' },
    secret_scanning_alerts: 'read',
  } as typeof sandbox.app.permissions;
  sandbox.app.permissions = permissions;
  const installation = newInstallation({
    ...{ sandbox: sandbox.sandbox, app: sandbox.app, account },
    values: { permissions, events: [...handledEvents] },
  });
  // The scene sets the events of this one.
  scene = await startActivityScene({
    sandbox: { ...sandbox, installation },
    entities: url => names.map(name => entityOf({ url, name })),
  });
});
afterAll(() => scene?.stop());

function entityOf(options: { url: string; name: string }): Entity {
  const { url, name } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      ...{ name, namespace: 'default' },
      annotations: {
        'github.com/project-slug': `${organisation}/${name}`,
        'backstage.io/managed-by-location': `url:${url}/${organisation}/${name}/tree/main/catalog-info.yaml`,
      },
    },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/web' }],
  };
}

async function openEverything(which = names) {
  const found: Record<string, any> = {};
  await Promise.all(
    which.map(async name => {
      for (const each of PATHS) {
        found[`${name} ${each}`] = await scene.get(each, name);
      }
    }),
  );
  if (which === names) {
    await scene.call('GET /groups/default/web/summary');
    await scene.call('GET /mine');
  }
  return found;
}

it('hears an event', async () => {
  const { token } = await tokenOfApp();
  const answer = await scene.sandbox.call(
    `POST /repos/${organisation}/${names[0]}/statuses/${await headOf(token)}`,
    { token, body: { state: 'success', context: 'by-hand' } },
  );
  expect(answer.status).toBe(201);
  await scene.sandbox.sandbox.settled();
  expect(scene.received).toContain('status');
});

it('asks once about twenty repositories, and what it shows is what GitHub has', async () => {
  const found = await openEverything();
  const asked = scene.asked();
  // Nine per repository: itself, workflows, their files, runs, pull requests, two of insights, README, and three lists of alerts.
  expect(asked.length).toBeLessThanOrEqual(REPOSITORIES * 11 + 6);
  const { state } = scene.sandbox.sandbox;
  const withCode = names.filter(
    name => found[`${name} security`].code.value?.alerts.length > 0,
  );
  const withSecrets = names.filter(
    name => found[`${name} security`].secrets.value?.open > 0,
  );
  expect([withCode.length > 1, withSecrets.length > 0]).toEqual([true, true]);
  for (const name of names) {
    const repository = state.repositories
      .all()
      .find(each => each.name === name)!;
    const pulls = state.issues
      .by('repository', repository.id)
      .filter(({ pull, state: at }) => pull && at === 'open');
    expect([name, found[`${name} pulls`].value.total]).toEqual([
      name,
      pulls.length,
    ]);
    const alerts = state.alerts
      .by('repository', repository.id)
      .filter(each => each.state === 'open');
    const security = found[`${name} security`].dependabot;
    expect([name, security.value?.alerts.length ?? 0]).toEqual([
      name,
      repository.vulnerabilityAlerts ? alerts.length : 0,
    ]);
    const { code, secrets } = found[`${name} security`];
    const isOpen = (row: { state: string }) => row.state === 'open';
    expect([name, code.state, code.value?.alerts.length]).toEqual(
      repository.codeScanning
        ? [
            ...[name, 'answered'],
            state.codeAlerts.by('repository', repository.id).filter(isOpen)
              .length,
          ]
        : [name, 'absent', undefined],
    );
    expect([name, secrets.state, secrets.value?.open]).toEqual(
      repository.secretScanning
        ? [
            ...[name, 'answered'],
            state.secretAlerts.by('repository', repository.id).filter(isOpen)
              .length,
          ]
        : [name, 'absent', undefined],
    );
    const runs = state.workflowRuns.by('repository', repository.id);
    expect([name, found[`${name} runs`].value.total]).toEqual([
      name,
      runs.length,
    ]);
  }
});

it('asks nothing when everything is opened a hundred times, here or by another process', async () => {
  scene.asked();
  for (let open = 0; open < OPENS; open += 1) {
    if (open === OPENS / 2) await scene.restart();
    const isOfAll = open % (OPENS / OPENS_OF_ALL) < 1;
    await openEverything(isOfAll ? names : names.slice(0, 1));
  }
  expect(scene.asked()).toEqual([]);
});

it('asks only for what an event has touched', async () => {
  const [first] = names;
  const repository = `/repos/${organisation}/${first}`;
  const { state } = scene.sandbox.sandbox;
  const pull = state.issues
    .all()
    .find(
      each =>
        each.pull &&
        each.state === 'open' &&
        state.repositories.get(each.repositoryId)?.name !== first &&
        names.includes(state.repositories.get(each.repositoryId)!.name),
    )!;
  const pullName = state.repositories.get(pull.repositoryId)!.name;
  const { token } = await tokenOfApp();
  const changed = await scene.sandbox.call(
    `PATCH /repos/${organisation}/${pullName}/pulls/${pull.number}`,
    { token, body: { title: 'Another title' } },
  );
  expect(changed.status).toBe(200);
  await scene.sandbox.sandbox.settled();
  scene.asked();
  const found = await openEverything();
  expect(
    found[`${pullName} pulls`].value.pulls.map(({ title }: any) => title),
  ).toContain('Another title');
  // The list, the row of the summary, and the page of the person.
  expect(scene.asked()).toEqual(Array(3).fill('POST /api/graphql'));

  const labelled = await scene.sandbox.call(`POST ${repository}/issues`, {
    token,
    body: { title: 'Only an issue' },
  });
  expect(labelled.status).toBe(201);
  await scene.sandbox.sandbox.settled();
  scene.asked();
  await openEverything();
  expect(scene.asked()).toEqual([]);
});

async function headOf(token?: string): Promise<string> {
  const { body } = await scene.sandbox.call(
    `GET /repos/${organisation}/${names[0]}/commits?per_page=1`,
    { token },
  );
  return body[0].sha;
}

/** As the App may: who else may write to the organisation of the examples is its own matter. */
async function tokenOfApp() {
  const { token } = await scene.github.credentials.serve({
    url: `${scene.sandbox.url}/${organisation}/${names[0]}`,
  });
  return { token };
}
