import { Killed } from '../__testUtils__/createRunningStep';
import {
  startActions,
  type StartedActions,
} from '../__testUtils__/startActions';

let started: StartedActions;
beforeAll(async () => {
  started = await startActions();
});
beforeEach(() => started.renew());
afterAll(() => started.stop());

const INPUT = {
  description: 'Made by a template',
  repoVisibility: 'public',
  access: 'acme/web',
  topics: ['Service'],
  repoVariables: { REGION: 'north' },
  secrets: { PASSWORD: 'correct horse' },
};

const FILES = {
  'README.md': '# New\n',
  'src/main.sh': 'echo hello\n',
  '.gitignore': 'dist\n',
  'dist/out.js': 'built\n',
};

const publishTo = (repo: string, more: object = {}) =>
  started.step({
    id: 'publish:github',
    files: FILES,
    input: { repoUrl: started.repoUrl(repo), ...INPUT, ...more },
  });

const count = (lines: string[], pattern: RegExp) =>
  lines.filter(line => pattern.test(line)).length;

it('publishes in steps that are kept as done, and asks for no more than it needs', async () => {
  const since = started.last();
  const step = await publishTo('plain');
  await step.attempt();

  const { url } = started.sandbox;
  expect(step.outputs).toEqual({
    remoteUrl: `${url}/acme/plain.git`,
    repoContentsUrl: `${url}/acme/plain/blob/main`,
    commitHash: expect.stringMatching(/^[0-9a-f]{40}$/),
  });
  expect(step.lines.filter(line => /warn/.test(line))).toEqual([]);
  expect(
    [...step.kept.keys()].filter(key => !/intent|outcome/.test(key)),
  ).toEqual([
    'repo.create:acme/plain',
    'repo.access:acme/plain',
    'repo.topics:acme/plain',
    'repo.variables.REGION:acme/plain',
    'repo.secrets.PASSWORD:acme/plain',
    'repo.push:acme/plain',
    'repo.protect:acme/plain',
  ]);
  expect(JSON.stringify([...step.kept])).not.toContain('correct horse');
  expect(started.asked(since)).toEqual([
    'GET /users/acme 200',
    'GET /orgs/acme/teams/web 200',
    'POST /orgs/acme/repos 201',
    'PUT /orgs/acme/teams/web/repos/acme/plain 204',
    'PUT /repos/acme/plain/topics 200',
    'POST /repos/acme/plain/actions/variables 201',
    'GET /repos/acme/plain/actions/secrets/public-key 200',
    'PUT /repos/acme/plain/actions/secrets/PASSWORD 201',
    'GET /acme/plain.git/info/refs 401',
    'GET /acme/plain.git/info/refs 200',
    'POST /acme/plain.git/git-receive-pack 200',
    'PUT /repos/acme/plain/branches/main/protection 200',
  ]);
  const { body } = await started.sandbox.call(
    'GET /repos/acme/plain/git/trees/main?recursive=1',
    { as: 'olivia' },
  );
  expect(body.tree.map((entry: any) => entry.path).sort()).toEqual([
    '.gitignore',
    'README.md',
    'src',
    'src/main.sh',
  ]);
});

/** Where most is at stake; `killed.full.test.ts` has all points. */
it.each([
  ['repo.create', 'the repository was made, and nobody knows of it'],
  ['repo.push', 'the files were pushed, and nobody knows of it'],
])('goes on when it is killed after %s: %s', async key => {
  const repo = key.replace('.', '-');
  const since = started.last();
  const step = await publishTo(repo);
  await expect(
    step.attempt({ key: `${key}:acme/${repo}.outcome.1`, when: 'before' }),
  ).rejects.toThrow(Killed);
  await step.attempt();
  const asked = started.asked(since);
  expect(count(asked, /^POST \/orgs\/acme\/repos 201$/)).toBe(1);
  expect(count(asked, /git-receive-pack 200$/)).toBe(1);
});

it('refuses a name that was taken before, and one that was taken by somebody else meanwhile', async () => {
  const step = await publishTo('shop');
  await expect(step.attempt()).rejects.toThrow(
    'There is a repository acme/shop already; choose another name',
  );
  // GitHub has refused it, so nothing of this name can be the run's.
  await expect(step.attempt()).rejects.toThrow('There is a repository');

  const late = await publishTo('late');
  const key = 'repo.create:acme/late';
  await expect(
    late.attempt({ key: `${key}.intent.1`, when: 'after' }),
  ).rejects.toThrow(Killed);
  await started.sandbox.call('POST /orgs/acme/repos', {
    as: 'olivia',
    body: { name: 'late', auto_init: true },
  });
  await expect(late.attempt()).rejects.toThrow(
    'There is a repository acme/late already',
  );
});

it("says with which credential, the portal's own or that of the person who runs the template", async () => {
  const { sandbox } = started;
  const app = await publishTo('by-app');
  await app.attempt();
  expect(app.lines).toContain(
    `Publishing with ${sandbox.app.name} (App ${sandbox.app.id}) of acme`,
  );

  const step = await started.step({
    id: 'publish:github',
    secrets: { USER_OAUTH_TOKEN: sandbox.tokens.olivia },
    input: {
      repoUrl: started.repoUrl('by-olivia'),
      token: sandbox.tokens.olivia,
    },
  });
  const since = started.last();
  await step.attempt();
  expect(step.lines).toContain('Publishing with your own token');
  const logins = sandbox.sandbox.requests
    .all()
    .filter(({ id, status }) => id > since && status < 400)
    .map(({ credential }) => credential.login);
  expect(new Set(logins)).toEqual(new Set(['olivia']));
});

it('goes through the API where the network cuts git off, and leaves the same files', async () => {
  const { sandbox } = started;
  // As a proxy that knows no git: nothing answers where the repository is said to be.
  const step = await publishTo('cut-off', { protectDefaultBranch: false });
  const key = 'repo.create:acme/cut-off';
  await expect(
    step.attempt({ key: 'repo.push:acme/cut-off', when: 'before' }),
  ).rejects.toThrow(Killed);
  step.kept.set(key, {
    value: {
      cloneUrl: 'http://127.0.0.1:9/acme/cut-off.git',
      htmlUrl: `${sandbox.url}/acme/cut-off`,
    },
  });
  await step.attempt();
  expect(step.lines.join()).toContain('The git push was cut off');
  const { body } = await sandbox.call(
    'GET /repos/acme/cut-off/git/trees/main?recursive=1',
    { as: 'olivia' },
  );
  expect(
    body.tree
      .filter(({ type }: any) => type === 'blob')
      .map((entry: any) => entry.path)
      .sort(),
  ).toEqual(['.gitignore', 'README.md', 'src/main.sh']);
});
