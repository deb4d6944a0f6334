// eslint-disable-next-line @backstage/no-forbidden-package-imports -- what the page of a run makes of a failure, which is no part of the API
import { explainFailure } from '@callboard/plugin-scaffolder-backend-module-runs/src/causes/explainFailure';
import {
  startActions,
  type StartedActions,
} from '../__testUtils__/startActions';

let started: StartedActions;
beforeAll(async () => {
  started = await startActions();
});
afterEach(() => {
  started.sandbox.sandbox.faults.clear();
  started.sandbox.installation.permissions.administration = 'write';
  started.renew();
});
afterAll(() => started.stop());

/** What the page of a run says of a publication that fails. */
async function causeOf(repo: string) {
  const step = await started.step({
    id: 'publish:github',
    input: { repoUrl: started.repoUrl(repo) },
  });
  const error = await step.attempt().then(
    () => undefined,
    thrown => thrown,
  );
  return explainFailure({ error, stepId: 'step', action: 'publish:github' });
}

it('names the permission that is missing', async () => {
  started.sandbox.installation.permissions.administration = 'read';
  expect(await causeOf('not-allowed')).toMatchObject({
    code: 'permission-missing',
    permission: 'Administration: write',
  });
});

it('names the repository whose name is taken', async () => {
  expect(await causeOf('shop')).toMatchObject({
    code: 'name-taken',
    title: 'There is a repository acme/shop already',
  });
});

it('tells when a limit ends', async () => {
  const until = new Date(Date.now() + 20 * 60_000);
  until.setMilliseconds(0);
  started.sandbox.sandbox.faults.set({
    rateLimitedUntil: until.toISOString(),
    paths: ['/api/v3/users', '/users'],
  });
  const cause = await causeOf('limited');
  expect(cause).toMatchObject({ code: 'rate-limited' });
  expect(Date.parse(cause.until!)).toBeGreaterThan(Date.now());
});
