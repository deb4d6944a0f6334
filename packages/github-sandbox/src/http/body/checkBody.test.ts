import { startTestSandbox } from '../../testing/startTestSandbox';
import { stopCleanly } from '../../testing/stopCleanly';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => stopCleanly(sandbox));

const shop = '/repos/acme/shop';
const call = (route: string, body?: unknown) =>
  sandbox.call(route, { as: 'olivia', body });

it.each([
  [
    `POST ${shop}/issues`,
    { title: 't', body: { a: 1 } },
    `For 'properties/body', {"a":1} is not a string.`,
  ],
  [
    `POST ${shop}/issues`,
    { title: 't', assignees: [null] },
    `For 'properties/assignees/properties/0', nil is not a string.`,
  ],
  [
    `PUT ${shop}/branches/main/protection`,
    {
      required_status_checks: null,
      enforce_admins: false,
      required_pull_request_reviews: {
        bypass_pull_request_allowances: { users: [null] },
      },
      restrictions: null,
    },
    `For 'properties/required_pull_request_reviews/properties/bypass_pull_request_allowances/properties/users/properties/0', nil is not a string.`,
  ],
  [
    `POST ${shop}/labels`,
    { name: 'x', color: ['red'] },
    `For 'properties/color', ["red"] is not a string.`,
  ],
])('refuses %s with %j', async (route, body, detail) => {
  const answer = await call(route, body);
  expect(answer.status).toBe(422);
  expect(answer.body.message).toBe(`Invalid request.\n\n${detail}`);
});

it('keeps no status that could not be read again', async () => {
  const { body } = await call(`GET ${shop}/git/ref/heads/main`);
  const made = await call(`POST ${shop}/statuses/${body.object.sha}`, {
    state: 'success',
    context: { a: 1 },
  });
  expect(made.status).toBe(422);
  const read = await call(`GET ${shop}/commits/main/status`);
  expect(read.status).toBe(200);
});

it('looks at rights first', async () => {
  const answer = await sandbox.call(`POST ${shop}/labels`, {
    as: 'oscar',
    body: { name: 1 },
  });
  expect(answer.status).not.toBe(422);
});

it('takes a list alone for an object with one, as older clients send it', async () => {
  const answer = await call(`POST ${shop}/issues`, {
    title: 'labelled',
    labels: [{ name: 'a' }, 'b'],
  });
  expect(answer.status).toBe(201);
  const path = `POST ${shop}/issues/${answer.body.number}/labels`;
  expect((await call(path, ['c'])).status).toBe(200);
  expect((await call(path, [{ a: { b: 1 } }, null])).status).toBe(422);
});

it('reads JSON whatever its type is said to be, as curl sends it', async () => {
  const answer = await sandbox.call(`POST ${shop}/issues`, {
    as: 'olivia',
    body: { title: 'By curl' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(answer.body.title).toBe('By curl');
});
