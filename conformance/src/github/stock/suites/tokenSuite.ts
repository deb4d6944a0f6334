/* eslint-disable jest/no-export -- a part of stockModules.full.test.ts */
import { eventually } from '../../../presets/probes/eventually';
import { type RunningServer, startServer } from '../../../servers/startServer';
import { untilEntity } from '../fromCatalog';
import type { StockGitHub } from '../openStockGitHub';

/** A portal that is connected with a personal access token instead of an App, and leaves out suspended people by GraphQL. */
export function tokenSuite(current: () => StockGitHub) {
  let server: RunningServer;

  beforeAll(async () => {
    const { sandbox, host, tokenOf } = current();
    const schedule = {
      frequency: { hours: 1 },
      timeout: { minutes: 3 },
      initialDelay: { seconds: 0 },
    };
    server = await startServer({
      kind: 'stockGitHub',
      config: {
        integrations: {
          github: [
            {
              host,
              apiBaseUrl: `${sandbox.url}/api/v3`,
              token: tokenOf('olivia'),
            },
          ],
        },
        catalog: {
          providers: {
            github: { host, organization: 'acme', schedule },
            githubOrg: {
              id: 'sandbox',
              githubUrl: sandbox.url,
              orgs: ['acme'],
              excludeSuspendedUsers: true,
              schedule,
            },
          },
        },
      },
    });
  });
  afterAll(() => server?.stop());

  it('finds components and people, with the addresses that an App does not get', async () => {
    const portal = {
      ask: async (path: string, init?: { body?: unknown }) =>
        (
          await server.fetch(path, {
            method: init?.body ? 'POST' : 'GET',
            body: JSON.stringify(init?.body),
          })
        ).json(),
    };
    await untilEntity(portal, 'component:default/vault', {});
    await untilEntity(portal, 'user:default/mel', {
      spec: { profile: { email: 'mel@acme.example' } },
    });
    await eventually(async () => expect(server.errors).toEqual([]));
  });
}
