import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  eventsServiceFactory,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import searchBackend from '@backstage/plugin-search-backend';
import searchModuleCatalogCollator from '@backstage/plugin-search-backend-module-catalog';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import searchModuleMemory from '.';

// A backend starts here, and the index takes its seconds to follow.
jest.setTimeout(60_000);

describe('searchModuleMemory', () => {
  const component = (name: string): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: { type: 'service', owner: 'team', lifecycle: 'production' },
  });

  it('finds entities that come after the index was first made', async () => {
    const entities = [component('first')];
    // Stock's own schedule would index once now and then not for an hour.
    const schedule = {
      frequency: { hours: 1 },
      timeout: { minutes: 1 },
      scope: 'local',
    };
    const { server } = await startTestBackend({
      features: [
        searchBackend,
        searchModuleCatalogCollator,
        searchModuleMemory,
        schedulerServiceFactory,
        catalogServiceMock.mock({
          queryEntities: (request, options) =>
            catalogServiceMock({ entities }).queryEntities(request, options),
        }).factory,
        mockServices.rootConfig.factory({
          data: { search: { collators: { catalog: { schedule } } } },
        }),
      ],
    });
    const search = async (query: string) => {
      const response = await fetch(
        `http://127.0.0.1:${server.port()}/api/search/query?${query}`,
        { headers: { authorization: mockCredentials.user.header() } },
      );
      expect(response.status).toBe(200);
      const { results } = await response.json();
      return results.map(
        ({ document }: { document: { location: string } }) => document.location,
      );
    };
    const eventually = async (query: string) => {
      for (let attempt = 0; attempt < 100; attempt += 1) {
        const locations = await search(query);
        if (locations.length > 0) {
          return locations;
        }
        await sleep(200);
      }
      return [];
    };

    expect(await eventually('term=first')).toEqual([
      '/catalog/default/component/first',
    ]);
    expect(await search('term=second')).toEqual([]);
    entities.push(component('second'));
    expect(await eventually('term=second')).toEqual([
      '/catalog/default/component/second',
    ]);
  });

  it('indexes the docs again when it hears of a site that was built', async () => {
    let published = async () => {};
    let runs = 0;
    const docsCollator = createBackendModule({
      pluginId: 'search',
      moduleId: 'docs-for-test',
      register(env) {
        env.registerInit({
          deps: {
            events: eventsServiceRef,
            index: searchIndexRegistryExtensionPoint,
            scheduler: coreServices.scheduler,
          },
          async init({ events, index, scheduler }) {
            published = () =>
              events.publish({
                topic: 'callboard.techdocs.site-built',
                eventPayload: {},
              });
            index.addCollator({
              schedule: scheduler.createScheduledTaskRunner({
                frequency: { hours: 1 },
                timeout: { minutes: 1 },
                initialDelay: { hours: 1 },
                scope: 'local',
              }),
              factory: {
                type: 'techdocs',
                getCollator: async () => {
                  runs += 1;
                  return Readable.from([]);
                },
              },
            });
          },
        });
      },
    });
    await startTestBackend({
      features: [
        searchBackend,
        docsCollator,
        searchModuleMemory,
        schedulerServiceFactory,
        eventsServiceFactory,
        catalogServiceMock.factory({ entities: [] }),
      ],
    });
    await sleep(5_000);
    expect(runs).toBe(0);
    await published();
    for (let i = 0; i < 100 && runs === 0; i += 1) {
      await sleep(200);
    }
    expect(runs).toBe(1);
  });

  it('answers a search of a type without an index with nothing', async () => {
    const { server } = await startTestBackend({
      features: [
        searchBackend,
        searchModuleCatalogCollator,
        searchModuleMemory,
        catalogServiceMock.factory({ entities: [] }),
      ],
    });
    const response = await fetch(
      `http://127.0.0.1:${server.port()}/api/search/query?term=x&types[0]=software-catalog`,
      { headers: { authorization: mockCredentials.user.header() } },
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ results: [], numberOfResults: 0 });
  });
});
