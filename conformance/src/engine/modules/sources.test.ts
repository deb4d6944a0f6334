import { ClientSecretCredential } from '@azure/identity';
import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Client, type Entry } from 'ldapts';
import { UNDER_TEST } from '../harness/engines';
import { settle } from '../harness/settle';
import { startSide } from '../harness/startSide';
import { createWorld } from '../harness/world';
import { moduleCases } from './moduleCases';
import { startStubServer } from './stubServer';

jest.setTimeout(60_000);

/** What the directory answers, by where is searched. */
const DIRECTORY: Record<string, object[]> = {
  'ou=people': [
    {
      dn: 'uid=grace,ou=people',
      uid: 'grace',
      cn: 'Grace',
      mail: 'grace@example.com',
      entryDN: 'uid=grace,ou=people',
      entryUUID: 'e1',
      memberOf: ['cn=core,ou=groups'],
    },
  ],
  'ou=groups': [
    {
      dn: 'cn=core,ou=groups',
      cn: 'core',
      entryDN: 'cn=core,ou=groups',
      entryUUID: 'e2',
      member: ['uid=grace,ou=people'],
    },
  ],
};

// Neither of the two can be pointed at a plain HTTP server of a test.
beforeEach(() => {
  jest.spyOn(ClientSecretCredential.prototype, 'getToken').mockResolvedValue({
    token: 'token',
    expiresOnTimestamp: Number.MAX_SAFE_INTEGER,
  });
  jest.spyOn(Client.prototype, 'bind').mockResolvedValue(undefined);
  jest.spyOn(Client.prototype, 'unbind').mockResolvedValue(undefined);
  jest.spyOn(Client.prototype, 'search').mockImplementation(async dn => ({
    searchEntries: (DIRECTORY[String(dn)] ?? []) as Entry[],
    searchReferences: [],
  }));
});
afterEach(() => jest.restoreAllMocks());

it.each(Object.keys(moduleCases))(
  'the module %s brings its entities',
  async name => {
    const { feature, config, answer, files, expected } = moduleCases[name];
    const stub = await startStubServer(answer);
    const world = createWorld();
    Object.entries(files ?? {}).forEach(([url, content]) =>
      world.files.set(url, content),
    );
    const { catalog, integrations } = config(stub.url);
    const side = await startSide({
      engine: UNDER_TEST,
      world,
      database: { client: 'better-sqlite3', connection: ':memory:' },
      catalog,
      config: integrations && { integrations },
      features: [feature],
    });
    try {
      expect(await side.runTasks(/refresh$|ldap|acme|default/i)).toBe(1);
      await settle(side);
      const { body } = await side.ask({ path: '/entities' });
      const refs = (body as Entity[])
        .map(entity => stringifyEntityRef(entity))
        .filter(ref => !ref.startsWith('location:'));
      expect({ refs, missed: stub.missed }).toEqual({
        refs: expect.arrayContaining(expected),
        missed: [],
      });
    } finally {
      await side.stop();
      await stub.stop();
    }
  },
);
