import type { JsonObject } from '@backstage/types';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import type { RequestLog } from '@callboard/github-sandbox/src/core/requests/RequestLog';
import { startInspections } from '../../facts/__testUtils__/openInspection';
import type { CatalogFailure } from '../../inspection/InspectionContext';
import type { InspectOptions } from '../../inspection/Inspector';
import { resultsOf } from '../__testUtils__/resultsOf';
import { catalogEntities } from './catalogEntities';
import { catalogFiles } from './catalogFiles';

jest.setTimeout(60_000);

/** How many tokens of installations a GitHub has made. */
const mintsOf = (sandbox: { requests: RequestLog }) => () =>
  sandbox.requests
    .all()
    .filter(
      ({ method, path }) => method === 'POST' && /access_tokens$/.test(path),
    ).length;

describe('checks of the catalog while GitHub refuses', () => {
  let inspections: Awaited<ReturnType<typeof startInspections>>;
  beforeAll(async () => {
    inspections = await startInspections();
  });
  afterAll(() => inspections.stop());

  const discovery = (): JsonObject => ({
    catalog: {
      providers: {
        github: { acme: { host: inspections.host, organization: 'acme' } },
      },
    },
  });
  const open = (config?: JsonObject) =>
    inspections.open({ apps: [inspections.app()] }, { config });

  const suspend = (isSuspended: boolean) => {
    inspections.sandbox.installation.suspendedAt = isSuspended
      ? inspections.sandbox.sandbox.clock.now().toISOString()
      : null;
  };
  const failing = (message: string) => {
    const failures: CatalogFailure[] = [];
    const fail = (at: Date) => {
      failures.splice(0, 1, {
        ref: 'location:default/generated-0a',
        message,
        location: `${inspections.sandbox.url}/acme/shop/blob/main/catalog-info.yaml`,
        at: at.toISOString(),
      });
    };
    const readAgain = jest.fn(async (_: string[]) => {});
    const context = {
      ...open(discovery()),
      catalog: {
        counts: async () => ({
          entities: 1,
          failing: failures.length,
          failures,
        }),
        readAgain,
      },
    };
    const { clock } = inspections.sandbox.sandbox;
    const run = async (inspect: InspectOptions = {}) => {
      const results = await resultsOf({
        check: catalogEntities,
        context,
        inspect,
      });
      return results.filter(({ id }) => !id.endsWith(':present'));
    };
    return { clock, context, fail, readAgain, run };
  };
  afterEach(() => suspend(false));

  it.each(['no matching files found', 'Unable to read url, 403 Forbidden'])(
    'names the suspension and not the file for "%s", and is green once it is lifted',
    async message => {
      const { clock, fail, readAgain, run } = failing(message);
      suspend(true);
      fail(clock.now());
      expect(await run()).toMatchObject([
        {
          id: `catalog-entities:reached:${inspections.host}/acme`,
          status: 'warn',
          cause: expect.stringContaining('is suspended'),
          remedy: expect.stringMatching(/^Lift the suspension/),
        },
      ]);
      expect(readAgain).not.toHaveBeenCalled();

      suspend(false);
      clock.advance({ ms: 1000 });
      expect(await run()).toMatchObject([
        {
          id: 'catalog-entities:processed',
          status: 'pass',
          cause: expect.stringContaining('the catalog reads again'),
        },
      ]);
      expect(readAgain.mock.calls).toEqual([
        [['location:default/generated-0a']],
      ]);

      // It was read again, and there is still something wrong with it.
      clock.advance({ ms: 1000 });
      fail(clock.now());
      expect(await run()).toMatchObject([{ status: 'warn' }]);
      expect(readAgain).toHaveBeenCalledTimes(1);
    },
  );

  it('mints no tokens on schedule to find out that nothing stands in the way, and one where somebody waits', async () => {
    const { clock, fail, run } = failing('403 Forbidden');
    const mints = mintsOf(inspections.sandbox.sandbox);
    // The facts need one.
    await run();
    const before = mints();
    for (let minute = 0; minute < 5; minute += 1) {
      clock.advance({ ms: 60_000 });
      fail(clock.now());
      await run();
    }
    expect(mints()).toBe(before);
    await run({ asked: true });
    expect(mints()).toBe(before + 1);
  });

  it('names a suspension at the next run, though nothing stood in the way at the one before', async () => {
    const { clock, fail, run } = failing('403 Forbidden');
    fail(clock.now());
    expect(await run()).toMatchObject([{ status: 'pass' }]);
    suspend(true);
    clock.advance({ ms: 60_000 });
    fail(clock.now());
    expect(await run()).toMatchObject([
      { status: 'warn', cause: expect.stringContaining('is suspended') },
    ]);
  });

  it('does not wait for a catalog that reads nothing again', async () => {
    const { clock, fail, run } = failing('403 Forbidden');
    fail(clock.now());
    expect(await run()).toMatchObject([{ status: 'pass' }]);
    clock.advance({ ms: 5 * 60 * 1000 + 1 });
    expect(await run()).toMatchObject([
      { id: 'catalog-entities:reached', status: 'warn' },
    ]);
  });

  it('names a token that GitHub refuses', async () => {
    const { context, clock, fail } = failing('401 Unauthorized');
    fail(clock.now());
    const [, result] = await resultsOf({
      check: catalogEntities,
      context: {
        ...inspections.open({ token: 'ghp_none' }),
        catalog: context.catalog,
      },
    });
    expect(result).toMatchObject({
      cause: expect.stringContaining('GitHub refuses the token'),
      remedy: expect.stringMatching(/^Make a new token/),
    });
  });

  it('catalog-files: names the suspension, and forgets it at the next run', async () => {
    const { context } = failing('');
    const run = () => resultsOf({ check: catalogFiles, context, inspect: {} });
    suspend(true);
    expect(await run()).toMatchObject([
      {
        status: 'warn',
        cause: expect.stringContaining('is suspended'),
        remedy: expect.stringMatching(/^Lift the suspension/),
      },
    ]);
    suspend(false);
    const [after] = await run();
    expect(after.cause).toMatch(/^Of 2 repositories/);
  });
});

it('catalog-entities and catalog-files: name a limit that is used up', async () => {
  // A budget remembers the limit for all that asks this host.
  const { sandbox, host, app, open, stop } = await startInspections();
  try {
    const { clock, faults } = sandbox.sandbox;
    const until = new Date(clock.now().getTime() + 15 * 60 * 1000);
    faults.set({ rateLimitedUntil: until.toISOString() });
    const failures = [
      {
        ref: 'location:default/shop',
        message: 'Unable to read url, 403 rate limit exceeded',
        location: `${sandbox.url}/acme/shop/blob/main/catalog-info.yaml`,
      },
    ];
    const context = {
      ...open(
        { apps: [app()] },
        {
          config: {
            catalog: {
              providers: { github: { acme: { host, organization: 'acme' } } },
            },
          },
        },
      ),
      catalog: {
        counts: async () => ({ entities: 1, failing: 1, failures }),
      },
    };
    const [, reached] = await resultsOf({ check: catalogEntities, context });
    const [files] = await resultsOf({ check: catalogFiles, context });
    for (const result of [reached, files]) {
      expect(result).toMatchObject({
        status: 'warn',
        cause: expect.stringMatching(/^The limit of .* is used up until 2/),
        remedy: expect.stringMatching(/^Wait until then/),
      });
    }
  } finally {
    await stop();
  }
});
