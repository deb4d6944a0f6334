import type { JsonObject } from '@backstage/types';
import { startInspections } from '../../facts/__testUtils__/openInspection';
import type { InspectionContext } from '../../inspection/InspectionContext';
import { resultsOf } from '../__testUtils__/resultsOf';
import { clockSkew } from './clockSkew';
import { mixedCredentials } from './mixedCredentials';
import { rateLimits } from './rateLimits';

jest.setTimeout(60_000);

describe('checks of traffic', () => {
  let inspections: Awaited<ReturnType<typeof startInspections>>;

  beforeAll(async () => {
    inspections = await startInspections();
  });
  afterAll(() => inspections.stop());

  const withBoth = (config: JsonObject = {}) =>
    inspections.open(
      {
        apps: [inspections.app()],
        token: inspections.token({
          userId: inspections.sandbox.olivia.id,
          scopes: ['repo'],
        }),
      },
      { config },
    );

  describe('clock-skew', () => {
    const run = (aheadMs: number) =>
      resultsOf({
        check: clockSkew,
        context: inspections.open(
          { apps: [inspections.app()] },
          {
            now: () =>
              new Date(
                inspections.sandbox.sandbox.clock.now().getTime() + aheadMs,
              ),
          },
        ),
      });

    it.each([
      [0, 'pass', /It is [01] s/],
      [45_000, 'warn', /It is 4[456] s ahead/],
      [-90_000, 'fail', /It is (89|9[01]) s behind/],
    ])('%s ms ahead: %s', async (aheadMs, status, cause) => {
      expect(await run(aheadMs)).toMatchObject([
        { status, cause: expect.stringMatching(cause) },
      ]);
    });
  });

  describe('mixed-credentials', () => {
    const run = (context: InspectionContext) =>
      resultsOf({ check: mixedCredentials, context });
    const readAs = async (context: InspectionContext, owner: string) => {
      const client = await context.github
        .forPlugin('catalog')
        .client({ url: `${inspections.sandbox.url}/${owner}` });
      await client.request('GET /users/{username}', { username: owner });
    };

    it('passes while the App serves', async () => {
      const context = withBoth();
      await readAs(context, 'acme');
      expect(await run(context)).toMatchObject([{ status: 'pass' }]);
    });

    it('names the plugin, the owner and why the App does not serve', async () => {
      const context = withBoth();
      await readAs(context, 'oscar');
      const [result] = await run(context);
      expect(result).toMatchObject({ status: 'warn' });
      expect(result.cause).toMatch(
        /1 request went with the token instead of the App: catalog for oscar \(1: .*not installed/,
      );
    });

    it('counts all of the last hour, also what the trace has forgotten', async () => {
      const context = withBoth();
      await readAs(context, 'oscar');
      const [{ credentialId, id: before }] = context.github.trace.list({
        plugin: 'catalog',
      });
      const note = (plugin: string, id: string | undefined) =>
        context.github.trace
          .begin({
            ...{ plugin, host: inspections.host, method: 'GET', path: '/user' },
            ...{ via: 'stock', credentialKind: 'token', credentialId: id },
            ...{ passedOver: [], resource: 'core', attempt: 1 },
          })
          .finish({ status: 200, cost: 1 });
      for (let count = 0; count < 6000; count++) {
        note('catalog', 'app:other');
      }
      expect(
        context.github.trace.list({ credentialId, afterId: before - 1 }),
      ).toEqual([]);
      note('todo', credentialId);
      const [result] = await run(context);
      expect(result).toMatchObject({ status: 'warn' });
      expect(result.cause).toContain('2 requests went with the token');
      expect(result.cause).toContain(
        'catalog (1: the trace no longer tells why)',
      );
      expect(result.cause).toContain(
        'todo (1: it chooses its credential itself)',
      );
    });

    it('does not apply where there is only one', async () => {
      expect(
        await run(inspections.open({ apps: [inspections.app()] })),
      ).toEqual([]);
    });
  });

  describe('rate-limits', () => {
    const run = (context: InspectionContext) =>
      resultsOf({ check: rateLimits, context });

    it('tells what is left of each account', async () => {
      const results = await run(withBoth());
      expect(results).toMatchObject([
        { status: 'pass', check: expect.stringContaining('on acme') },
        { status: 'pass', check: expect.stringContaining('the token') },
      ]);
      expect(results[0].cause).toMatch(/core: \d+ of \d+ left/);
    });

    it('fails when nothing is left, names the reset, and passes after it', async () => {
      const { sandbox, olivia } = inspections.sandbox;
      const bucket = {
        key: `user:${olivia.id}`,
        resource: 'core' as const,
        limit: 5000,
      };
      const { remaining } = sandbox.limits.status(bucket);
      sandbox.limits.take({ ...bucket, cost: remaining - 100 });
      expect(await run(withBoth())).toMatchObject([
        { status: 'pass' },
        {
          status: 'warn',
          cause: expect.stringMatching(
            /requests left of 5000 \(core\) until \d{4}-/,
          ),
          remedy: expect.stringContaining('Switch from the token to a GitHub'),
        },
      ]);
      sandbox.limits.take({
        ...bucket,
        cost: sandbox.limits.status(bucket).remaining,
      });
      const [, token] = await run(withBoth());
      expect(token).toMatchObject({
        status: 'fail',
        cause: expect.stringMatching(/^Nothing left of 5000 \(core\) until/),
      });
      sandbox.clock.advance({ ms: 3_700_000 });
      const after = await run(withBoth());
      expect(after.map(({ status }) => status)).toEqual(['pass', 'pass']);
    });
  });
});
