import { Killed } from '../__testUtils__/createRunningStep';
import {
  startActions,
  type StartedActions,
} from '../__testUtils__/startActions';

jest.setTimeout(60_000);

let started: StartedActions;
beforeAll(async () => {
  started = await startActions();
});
beforeEach(() => started.renew());
afterAll(() => started.stop());

const count = (lines: string[], pattern: RegExp) =>
  lines.filter(line => pattern.test(line)).length;

const KEYS = [
  'create',
  'create.intent.1',
  'create.outcome.1',
  'access',
  'topics',
  'variables.REGION',
  'secrets.PASSWORD',
  'push',
  'push.intent.1',
  'push.outcome.1',
  'protect',
];
const keyOf = (name: string, repo: string) => {
  const [, base, rest] = /^(.*?)(\.(?:intent|outcome)\.1)?$/.exec(name)!;
  return `repo.${base}:acme/${repo}${rest ?? ''}`;
};

it.each(
  KEYS.flatMap(key => [
    [key, 'before' as const],
    [key, 'after' as const],
  ]),
)('goes on when it is killed at %s, %s it', async (name, when) => {
  const repo = `killed-${name}-${when}`.toLowerCase();
  const since = started.last();
  const step = await started.step({
    id: 'publish:github',
    input: {
      repoUrl: started.repoUrl(repo),
      access: 'acme/web',
      repoVisibility: 'public',
      topics: ['service'],
      repoVariables: { REGION: 'north' },
      secrets: { PASSWORD: 'correct horse' },
    },
  });
  await expect(step.attempt({ key: keyOf(name, repo), when })).rejects.toThrow(
    Killed,
  );
  await step.attempt();

  const asked = started.asked(since);
  expect(count(asked, /^POST \/orgs\/acme\/repos 201$/)).toBe(1);
  expect(count(asked, /git-receive-pack 200$/)).toBe(1);
  const { sandbox } = started;
  const commits = await sandbox.call(`GET /repos/acme/${repo}/commits`, {
    as: 'olivia',
  });
  expect(commits.body).toEqual([
    expect.objectContaining({ sha: step.outputs.commitHash }),
  ]);
  const variables = await sandbox.call(
    `GET /repos/acme/${repo}/actions/variables`,
    { as: 'olivia' },
  );
  expect(variables.body.variables).toEqual([
    expect.objectContaining({ name: 'REGION', value: 'north' }),
  ]);
});
