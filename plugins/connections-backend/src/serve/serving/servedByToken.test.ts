// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { newRepository } from '@callboard/github-sandbox/src/core/records/newRepository';
import {
  fingerprintOf,
  type TokenCredential,
} from '@callboard/plugin-github-node';
import { startInspections } from '../../facts/__testUtils__/openInspection';
import type { Asker } from '../../facts/asking/createAsker';
import { answerServe } from '../answerServe';
import { servedByToken } from './servedByToken';

let portal: Awaited<ReturnType<typeof startInspections>>;
beforeEach(async () => {
  portal = await startInspections();
});
afterEach(() => portal.stop());

const ask = (
  entry: Parameters<typeof portal.open>[0],
  path: string,
): ReturnType<typeof answerServe> =>
  answerServe({
    context: portal.open(entry),
    url: `${portal.sandbox.url}/${path}`,
  });

const abilityOf = (
  answer: Awaited<ReturnType<typeof answerServe>>,
  ability: string,
) => answer.abilities.find(one => one.ability === ability);

it('serves where no App is installed, with its scopes and what its account may', async () => {
  const { sandbox } = portal;
  newRepository({
    sandbox: sandbox.sandbox,
    owner: sandbox.mel,
    name: 'notes',
    values: { visibility: 'private' },
  });
  const token = portal.token({ userId: sandbox.mel.id, scopes: ['repo'] });
  const answer = await ask({ apps: [portal.app()], token }, 'mel/notes');
  expect(answer.steps.map(({ code }) => code)).toEqual([
    'not-installed',
    'used',
    'not-needed',
  ]);
  expect(answer.summary).toMatch(
    new RegExp(
      `^App .+ is not installed on mel, so .*${fingerprintOf(token).slice(
        0,
        4,
      )}.* serves mel/notes; it can read files, push, `,
    ),
  );
  expect(answer.abilities.every(({ can }) => can)).toBe(true);
});

it('lacks a scope, a role, or a membership', async () => {
  const { sandbox } = portal;
  const of = async (login: 'mel' | 'oscar', scopes: string[], path: string) =>
    ask({ token: portal.token({ userId: sandbox[login].id, scopes }) }, path);

  const weak = await of('mel', ['public_repo'], 'acme/shop');
  expect(abilityOf(weak, 'read files')).toEqual({
    ability: 'read files',
    can: true,
    because: 'acme/shop is public',
  });
  expect(abilityOf(weak, 'read people and teams')).toEqual({
    ability: 'read people and teams',
    can: false,
    needed: false,
    because: 'the scope read:org is missing',
    link: `${sandbox.url}/settings/tokens`,
  });
  expect(abilityOf(weak, 'push')).toMatchObject({ can: true });
  expect(abilityOf(weak, 'create repositories')).toMatchObject({
    can: false,
    because: 'the scope repo is missing',
  });

  const outside = await of('oscar', ['repo', 'read:org'], 'acme/shop');
  expect(abilityOf(outside, 'push')).toMatchObject({
    can: false,
    because: 'oscar has no push access to acme/shop',
  });
  expect(abilityOf(outside, 'create repositories')).toMatchObject({
    can: false,
    because: 'oscar is not a member of acme',
  });

  const hidden = await of('oscar', ['repo'], 'acme/vault');
  expect(hidden.summary).toContain(
    'There is no acme/vault, or the token may not see it; GitHub answers 404 to both.',
  );
});

it('says of an account that is not there just that', async () => {
  const token = portal.token({
    userId: portal.sandbox.mel.id,
    scopes: ['repo', 'read:org'],
  });
  const { summary } = await ask({ token }, 'nobody-has-this/x');
  expect(summary).toMatch(
    /; it cannot read files, .+ or manage webhooks because GitHub has no account nobody-has-this\. There is no nobody-has-this\/x/,
  );
});

it('is not authorised for single sign-on', async () => {
  const { sandbox } = portal;
  sandbox.organisation.samlEnforced = true;
  const token = portal.token({ userId: sandbox.mel.id, scopes: ['repo'] });
  const answer = await ask({ token }, 'acme/vault');
  expect(abilityOf(answer, 'read files')).toEqual({
    ability: 'read files',
    can: false,
    because: 'acme has single sign-on, and has not authorised this token',
    link: `${sandbox.url}/settings/tokens`,
  });
});

it('takes the empty list of scopes that a fine-grained token is answered with for no list', async () => {
  const answered = (data: object) => ({
    outcome: 'answered',
    ...{ data, ms: 1 },
    header: (name: string) => (name === 'x-oauth-scopes' ? '' : undefined),
  });
  const askThem = jest.fn(async ({ route }: { route: string }) =>
    answered(
      route === 'GET /user'
        ? { login: 'mel' }
        : { type: 'Organization', private: true },
    ),
  );
  const asker = { host: { webUrl: '' }, ask: askThem } as unknown as Asker;
  const serving = (token: string) =>
    servedByToken({
      asker,
      token: { id: 'token', token } as TokenCredential,
      owner: 'acme',
      repository: 'vault',
    });
  const because = async (token: string) =>
    (await serving(token)).abilities.find(
      ({ ability }) => ability === 'read files',
    )?.because;
  expect(await because('github_pat_1')).toBe('GitHub answers it');
  expect(await because('ghp_1')).toBe('the scope repo is missing');
});

it('is fine-grained: GitHub shows by its answers what it may read, and tells nobody what it may change', async () => {
  const { sandbox } = portal;
  const token = portal.token(
    {
      userId: sandbox.olivia.id,
      resourceOwnerId: sandbox.organisation.id,
      permissions: { metadata: 'read', contents: 'read' },
    },
    'fineGrained',
  );
  const answer = await ask({ token }, 'acme/vault');
  expect(abilityOf(answer, 'read files')).toEqual({
    ability: 'read files',
    can: true,
    because: 'GitHub answers it',
  });
  expect(abilityOf(answer, 'read people and teams')).toEqual({
    ability: 'read people and teams',
    can: false,
    needed: false,
    because: 'Members: read is missing',
    link: `${sandbox.url}/settings/personal-access-tokens`,
  });
  expect(abilityOf(answer, 'push')).toMatchObject({
    ability: 'push',
    can: true,
    because:
      'olivia may; GitHub does not tell whether the token has Contents: write',
  });
});
