import type { JsonObject } from '@backstage/types';
import { startInspections } from '../../facts/__testUtils__/openInspection';
import type { CatalogFailure } from '../../inspection/InspectionContext';
import { resultsOf } from '../__testUtils__/resultsOf';
import { catalogEntities } from './catalogEntities';
import { catalogFiles } from './catalogFiles';
import { catalogSources } from './catalogSources';

jest.setTimeout(60_000);

describe('checks of the catalog', () => {
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

  it('catalog-sources: warns when nothing fills it, and names what does', async () => {
    expect(
      await resultsOf({ check: catalogSources, context: open() }),
    ).toMatchObject([{ status: 'warn' }]);
    expect(
      await resultsOf({ check: catalogSources, context: open(discovery()) }),
    ).toMatchObject([
      { status: 'pass', cause: 'It is filled by catalog.providers.github.' },
    ]);
  });

  it('catalog-entities: tells of none, and of those that fail', async () => {
    const counts = {
      entities: 0,
      failing: 0,
      failures: [] as CatalogFailure[],
    };
    const context = { ...open(), catalog: { counts: async () => counts } };
    const run = () => resultsOf({ check: catalogEntities, context });
    expect(await run()).toMatchObject([{ status: 'warn' }, { status: 'pass' }]);
    Object.assign(counts, {
      entities: 7,
      failing: 1,
      failures: [
        { ref: 'component:default/shop', message: 'the kind is missing' },
      ],
    });
    expect(await run()).toMatchObject([
      { status: 'pass', cause: '7 entities.' },
      {
        id: 'catalog-entities:processed',
        status: 'warn',
        cause: expect.stringContaining('shop: the kind is missing'),
        remedy: expect.stringContaining('Correct the file'),
      },
    ]);
    Object.assign(counts, { failing: 0, failures: [] });
    expect(await run()).toMatchObject([{ status: 'pass' }, { status: 'pass' }]);
  });

  it('catalog-entities: does not say that all is well before the catalog came by all', async () => {
    const context = open();
    const since = (ms: number) =>
      new Date(context.now().getTime() - ms).toISOString();
    const run = async (ms: number, failures: CatalogFailure[] = []) => {
      const counts = { entities: 7, failing: failures.length, failures };
      const [, processed] = await resultsOf({
        check: catalogEntities,
        context: {
          ...context,
          catalog: { counts: async () => ({ ...counts, since: since(ms) }) },
        },
      });
      return processed;
    };
    expect(await run(20_000)).toMatchObject({
      cause: expect.stringContaining('Not known yet'),
    });
    expect(
      await run(20_000, [{ ref: 'component:default/a', message: 'no owner' }]),
    ).toMatchObject({ status: 'warn' });
    expect(await run(10 * 60_000)).toMatchObject({
      status: 'pass',
      cause: 'Processing ends without an error for every entity.',
    });
  });

  it('catalog-entities: counts what fails, with three short examples and the remedy of its kind', async () => {
    const target = 'https://github.com/acme/all/blob/main/catalog-info.yaml';
    const failures: CatalogFailure[] = [
      ...['a', 'b', 'c', 'd'].map(name => ({
        ref: `location:default/generated-${name.repeat(40)}`,
        message: `Entity template:default/${name} at url:${target}, originated at url:${target}, is not of an allowed kind for that location`,
        location: target,
      })),
      ...Array.from({ length: 6 }, (_, index) => ({
        ref: `component:default/x${index}`,
        message: `broken ${'and broken '.repeat(40)}`,
      })),
    ];
    const context = {
      ...open(),
      catalog: {
        counts: async () => ({ entities: 7, failing: 12, failures }),
      },
    };
    const [, rules, file] = await resultsOf({
      check: catalogEntities,
      context,
    });
    expect(rules).toMatchObject({
      id: 'catalog-entities:allowed',
      cause: `Processing of 4 entities ends with an error: ${target}: template:default/a is not of an allowed kind; ${target}: template:default/b is not of an allowed kind; ${target}: template:default/c is not of an allowed kind; and 1 other.`,
      remedy: expect.stringContaining('catalog.rules'),
    });
    expect(file).toMatchObject({
      id: 'catalog-entities:processed',
      cause: expect.stringMatching(
        /^Processing of 8 entities .*x0: .*x1: .*x2: [^;]*; and 5 others\.$/,
      ),
    });
    expect(file.cause.length).toBeLessThan(550);
    expect(JSON.stringify([rules, file])).not.toContain('generated-');
  });

  describe('catalog-files', () => {
    const run = () =>
      resultsOf({ check: catalogFiles, context: open(discovery()) });

    it('warns while no repository has a file, and then names those that have none', async () => {
      expect(await run()).toMatchObject([
        {
          id: `catalog-files:${inspections.host}:acme`,
          status: 'warn',
          cause:
            'Of 2 repositories none has catalog-info.yaml in its default branch.',
        },
      ]);
      const { status } = await inspections.sandbox.call(
        'PUT /repos/acme/shop/contents/catalog-info.yaml',
        {
          as: 'olivia',
          body: {
            message: 'Describe',
            content: Buffer.from('kind: Component').toString('base64'),
          },
        },
      );
      expect(status).toBe(201);
      expect(await run()).toMatchObject([
        {
          status: 'pass',
          cause:
            'Of 2 repositories 1 has it. Without it, and so not in the catalog: vault.',
        },
      ]);
    });

    it('says nothing of several paths, and nothing against what is inferred', async () => {
      const listed = discovery() as {
        catalog: { providers: { github: { acme: JsonObject } } };
      };
      listed.catalog.providers.github.acme.catalogPath = ['a.yaml', 'b.yaml'];
      expect(
        await resultsOf({ check: catalogFiles, context: open(listed) }),
      ).toEqual([]);

      const [inferred] = await resultsOf({
        check: catalogFiles,
        context: open({
          catalog: {
            providers: {
              github: {
                acme: {
                  host: inspections.host,
                  organization: 'acme',
                  catalogPath: ['none.yaml'],
                },
              },
            },
          },
          callboard: { github: { catalog: { inferred: true } } },
        }),
      });
      expect(inferred).toMatchObject({
        status: 'pass',
        cause: expect.stringContaining('Without it, and so inferred: '),
      });
    });

    it('warns when the repositories cannot be listed', async () => {
      const [result] = await resultsOf({
        check: catalogFiles,
        context: inspections.open(
          { token: 'ghp_none' },
          { config: discovery() },
        ),
      });
      expect(result).toMatchObject({
        status: 'warn',
        cause: expect.stringMatching(
          /^GitHub refuses the token .* cannot be listed\.$/,
        ),
      });
    });
  });
});
