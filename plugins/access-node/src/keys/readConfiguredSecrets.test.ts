import { ConfigReader } from '@backstage/config';
import { readConfiguredSecrets } from './readConfiguredSecrets';

const read = (...keys: object[]) =>
  readConfiguredSecrets({
    config: new ConfigReader({ backend: { auth: { keys: keys as never } } }),
  });

it('calls a service as its id says, or as stock does', () => {
  const secret = 'a-long-secret';
  expect(
    read({ secret, id: 'ap-key' }, { secret }).map(({ subject }) => subject),
  ).toEqual(['external:ap-key', 'external:backstage-plugin']);
  expect(readConfiguredSecrets({ config: new ConfigReader({}) })).toEqual([]);
});

it('leaves out what could be guessed', () => {
  expect(read({ secret: '1234567' })).toEqual([]);
});

it('refuses an id that would pass for a key of the portal', () => {
  const secret = 'a-long-secret';
  expect(() => read({ secret, id: 'api-key:0123456789ab' })).toThrow(
    'backend.auth.keys[0].id',
  );
  expect(() => read({ secret, id: 'two words' })).toThrow('no spaces');
});

it('reads restrictions in each form that stock takes', () => {
  const [{ restrictions }] = read({
    secret: 'a-long-secret',
    accessRestrictions: [
      { plugin: 'catalog', permission: 'a.read, b.read' },
      { plugin: 'search', permissionAttribute: { action: ['read', 'create'] } },
      { plugin: 'proxy' },
    ],
  });
  expect(restrictions).toEqual(
    new Map<string, object>([
      ['catalog', { permissionNames: ['a.read', 'b.read'] }],
      ['search', { permissionAttributes: { action: ['read', 'create'] } }],
      ['proxy', {}],
    ]),
  );
});
