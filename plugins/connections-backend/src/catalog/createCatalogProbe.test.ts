import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DefaultEventsService } from '@backstage/plugin-events-node';
import type { CatalogFailure } from '../inspection/InspectionContext';
import { createCatalogProbe } from './createCatalogProbe';

const TOPIC = 'experimental.catalog.errors';

describe('createCatalogProbe', () => {
  let time = Date.parse('2026-11-26T10:00:00Z');

  async function start(
    options: {
      stored?: Parameters<typeof createCatalogProbe>[0]['stored'];
    } = {},
  ) {
    const entities = [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'shop', namespace: 'default' },
        spec: {},
      },
    ];
    const events = DefaultEventsService.create({
      logger: mockServices.logger.mock(),
    });
    const catalog = catalogServiceMock({ entities });
    const probe = await createCatalogProbe({
      catalog,
      auth: mockServices.auth(),
      events,
      ...options,
      now: () => new Date(time),
    });
    const fail = (entity: string, message = 'the kind is missing') =>
      events.publish({
        topic: TOPIC,
        eventPayload: {
          entity,
          location: 'url:https://github.com/acme/x',
          errors: [new Error(message)],
        },
      });
    return { catalog, probe, fail };
  }

  beforeEach(() => {
    time = Date.parse('2026-11-26T10:00:00Z');
  });

  it('counts entities, and those that processing left out', async () => {
    const { probe, fail } = await start();
    expect(await probe.counts()).toEqual({
      entities: 1,
      failing: 0,
      failures: [],
      since: '2026-11-26T10:00:00.000Z',
    });
    await fail('component:default/gone');
    expect(await probe.counts()).toEqual({
      entities: 1,
      failing: 1,
      failures: [
        {
          ref: 'component:default/gone',
          message: 'the kind is missing',
          location: 'https://github.com/acme/x',
          at: '2026-11-26T10:00:00.000Z',
        },
      ],
      since: '2026-11-26T10:00:00.000Z',
    });
  });

  it.each([
    ['in this process', new NotFoundError('gone')],
    [
      'in another',
      Object.assign(new Error('Request failed'), {
        name: 'ResponseError',
        cause: new NotFoundError('gone'),
      }),
    ],
  ])(
    'forgets an entity that a catalog %s knows no more, and none that it has not finished',
    async (_, error) => {
      const { catalog, probe, fail } = await start();
      jest.spyOn(catalog, 'refreshEntity').mockImplementation(async ref => {
        if (ref === 'component:default/gone') throw error;
      });
      await fail('component:default/gone');
      await fail('component:default/broken');
      expect(await probe.counts()).toMatchObject({
        failing: 1,
        failures: [{ ref: 'component:default/broken' }],
      });
    },
  );

  it('follows the database of the catalog where there is one, also after a start', async () => {
    const failure = { ref: 'component:default/broken', message: 'no owner' };
    let known: { failing: number; failures: CatalogFailure[] } = {
      failing: 1,
      failures: [failure],
    };
    const { probe, fail } = await start({
      stored: { read: async () => known },
    });
    expect(await probe.counts()).toEqual({
      entities: 1,
      failing: 1,
      failures: [failure],
    });
    await fail('component:default/broken');
    await fail('component:default/gone');
    expect(await probe.counts()).toMatchObject({
      failing: 1,
      failures: [{ ...failure, at: '2026-11-26T10:00:00.000Z' }],
    });
    known = { failing: 0, failures: [] };
    expect(await probe.counts()).toMatchObject({ failing: 0, failures: [] });
  });

  it('forgets an entity that the catalog has without an error', async () => {
    const { probe, fail } = await start();
    await fail('component:default/shop');
    expect(await probe.counts()).toMatchObject({ failing: 0 });
  });

  it('forgets after an hour without another error', async () => {
    const { probe, fail } = await start();
    await fail('component:default/gone');
    time += 60 * 60 * 1000;
    expect(await probe.counts()).toMatchObject({ failing: 1 });
    time += 1;
    expect(await probe.counts()).toMatchObject({ failing: 0 });
  });

  it('has the catalog read again, and minds none that is gone', async () => {
    const { catalog, probe } = await start();
    const refresh = jest
      .spyOn(catalog, 'refreshEntity')
      .mockRejectedValueOnce(new Error('gone'))
      .mockResolvedValue();
    await probe.readAgain!(['component:default/a', 'component:default/b']);
    expect(refresh.mock.calls.map(([ref]) => ref)).toEqual([
      'component:default/a',
      'component:default/b',
    ]);
  });
});
