// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { isoSeconds } from '@callboard/github-sandbox/src/core/isoSeconds';
import { fingerprintOf } from '@callboard/plugin-github-node';
import { startInspections } from '../../facts/__testUtils__/openInspection';
import { resultsOf } from '../__testUtils__/resultsOf';
import { integrationWorks } from './integrationWorks';
import { tokenAge } from './tokenAge';
import { tokenExpiry } from './tokenExpiry';
import { tokenRights } from './tokenRights';
import { tokenRotation } from './tokenRotation';
import { tokenSso } from './tokenSso';

jest.setTimeout(60_000);

/** The least for a portal that reads files, people and teams. */
const LEAST = ['repo', 'read:org', 'user:email'];
const DAY_MS = 24 * 60 * 60 * 1000;

describe('checks of tokens', () => {
  let inspections: Awaited<ReturnType<typeof startInspections>>;

  beforeAll(async () => {
    inspections = await startInspections();
  });
  afterAll(() => inspections.stop());

  const tokenOf = (values: { scopes?: string[]; expiresAt?: string } = {}) =>
    inspections.token({
      userId: inspections.sandbox.olivia.id,
      scopes: LEAST,
      ...values,
    });
  const organisation = () => ({
    catalog: {
      providers: {
        github: { acme: { host: inspections.host, organization: 'acme' } },
        githubOrg: {
          id: 'acme',
          githubUrl: inspections.sandbox.url,
          orgs: ['acme'],
        },
      },
    },
  });

  it('says of a token that was revoked what it is, and of its successor that it works', async () => {
    const { sandbox } = inspections.sandbox;
    const token = tokenOf();
    const run = () =>
      resultsOf({
        check: integrationWorks,
        context: inspections.open({ token }),
      });
    expect(await run()).toMatchObject([
      { status: 'pass', cause: 'It speaks for olivia.' },
    ]);
    const record = sandbox.state.tokens
      .all()
      .find(({ tail }) => token.endsWith(tail))!;
    record.revokedAt = sandbox.clock.iso();
    expect(await run()).toMatchObject([
      {
        status: 'fail',
        remedy: expect.stringContaining(
          'The token has expired or was revoked. Make a new one at GitHub',
        ),
      },
    ]);
    record.revokedAt = null;
    expect(await run()).toMatchObject([{ status: 'pass' }]);
  });

  describe('token-rights', () => {
    const run = (scopes: string[]) =>
      resultsOf({
        check: tokenRights,
        context: inspections.open(
          { token: tokenOf({ scopes }) },
          { config: organisation() },
        ),
      });

    it('passes the least that is needed', async () => {
      expect(await run(LEAST)).toMatchObject([{ status: 'pass' }]);
    });

    it('warns of a token with everything', async () => {
      const [result] = await run([
        ...['repo', 'workflow', 'write:packages', 'delete:packages'],
        ...['admin:org', 'admin:public_key', 'admin:repo_hook'],
        ...['admin:org_hook', 'gist', 'notifications', 'user', 'delete_repo'],
      ]);
      expect(result).toMatchObject({ status: 'warn' });
      expect(result.cause).toContain('delete_repo');
      expect(result.remedy).toContain('"Rotate"');
    });

    it('names the scope that is missing', async () => {
      const [result] = await run(['read:org']);
      expect(result).toMatchObject({ status: 'fail' });
      expect(result.cause).toMatch(/The scope .*repo.* is missing/);
    });
  });

  describe('token-expiry', () => {
    const run = (days: number) =>
      resultsOf({
        check: tokenExpiry,
        context: inspections.open({
          token: tokenOf({
            expiresAt: isoSeconds(
              new Date(
                inspections.sandbox.sandbox.clock.now().getTime() +
                  days * DAY_MS,
              ),
            ),
          }),
        }),
      });

    it.each([
      [13.5, 'warn'],
      [30.5, 'pass'],
    ])('%s days before the end: %s', async (days, status) => {
      const [result] = await run(days);
      expect(result).toMatchObject({
        status,
        cause: expect.stringContaining(`${Math.floor(days)} days`),
      });
    });

    it('has nothing to say of a token without an end', async () => {
      expect(
        await resultsOf({
          check: tokenExpiry,
          context: inspections.open({ token: tokenOf() }),
        }),
      ).toEqual([]);
    });
  });

  it('warns of a token that is older than 90 days, and passes the next', async () => {
    const { sandbox } = inspections.sandbox;
    const start = sandbox.clock.now().getTime();
    let passed = 0;
    const open = (token: string) =>
      inspections.open({ token }, { now: () => new Date(start + passed) });
    const context = open(tokenOf());
    const run = () => resultsOf({ check: tokenAge, context });
    expect(await run()).toMatchObject([{ status: 'pass' }]);
    passed = 90.5 * DAY_MS;
    expect(await run()).toMatchObject([{ status: 'pass' }]);
    passed = 91 * DAY_MS;
    expect(await run()).toMatchObject([
      { status: 'warn', cause: 'The portal has known it for 91 days.' },
    ]);
    expect(
      await resultsOf({ check: tokenAge, context: open(tokenOf()) }),
    ).toMatchObject([{ status: 'pass' }]);
  });

  it('names an organisation with single sign-on, until the token is authorised', async () => {
    const { organisation: acme, sandbox } = inspections.sandbox;
    const token = tokenOf();
    const run = () =>
      resultsOf({
        check: tokenSso,
        context: inspections.open({ token }, { config: organisation() }),
      });
    acme.samlEnforced = true;
    expect(await run()).toMatchObject([
      {
        status: 'fail',
        cause: expect.stringContaining('acme enforces single sign-on'),
        remedy: expect.stringContaining('Configure SSO'),
      },
    ]);
    const record = sandbox.state.tokens
      .all()
      .find(({ tail }) => token.endsWith(tail))!;
    record.ssoAuthorised = [acme.id];
    expect(await run()).toMatchObject([{ status: 'pass' }]);
    acme.samlEnforced = false;
  });

  it('follows a rotation until the configuration names the new token', async () => {
    const { sandbox } = inspections.sandbox;
    const start = sandbox.clock.now().getTime();
    let passed = 0;
    const now = () => new Date(start + passed);
    const [old, next] = [tokenOf(), tokenOf()];
    const context = inspections.open({ token: old }, { now });
    const run = () => resultsOf({ check: tokenRotation, context });
    expect(await run()).toEqual([]);

    await context.github.stored.put({
      kind: 'token',
      host: inspections.host,
      token: next,
      replaces: fingerprintOf(old),
      storedAt: now().toISOString(),
    });
    expect(await run()).toMatchObject([
      {
        id: `token-rotation:token:${inspections.host}:${fingerprintOf(next)}`,
        status: 'warn',
        remedy: expect.stringContaining('Put the new token into'),
      },
    ]);
    passed = 61 * 60 * 1000;
    const [result] = await run();
    expect(result).toMatchObject({
      status: 'warn',
      remedy: expect.stringContaining('Revoke the old token at GitHub'),
    });
    expect(JSON.stringify(result)).not.toMatch(/ghp_/);

    expect(
      await resultsOf({
        check: tokenRotation,
        context: inspections.open({ token: next }, { now }),
      }),
    ).toEqual([]);

    // So does the launcher, which puts it into the configuration that it publishes.
    const launched = inspections.open({ token: next }, { now });
    for (const stored of context.github.stored.list()) {
      await launched.github.stored.put(stored);
    }
    const done = await resultsOf({ check: tokenRotation, context: launched });
    expect(done).toMatchObject([
      {
        status: 'pass',
        cause: expect.stringContaining('then revoke the old one'),
      },
    ]);
    expect(done[0].cause).not.toContain('still names it');
  });
});
