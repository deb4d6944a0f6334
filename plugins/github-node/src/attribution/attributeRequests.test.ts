import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallScope } from '../scope/CallScope';
import { currentScope } from '../scope/runInScope';
import { attributeRequests } from './attributeRequests';
import { verifyPersonsWith } from './persons';

const verify = jest.fn(async (token: string) => {
  if (token === 'broken') throw new Error('no key');
  return token === 'of-mel' ? 'user:default/mel' : undefined;
});
beforeAll(() => verifyPersonsWith(verify));
beforeEach(() => verify.mockClear());

function scopeOf(url: string, token?: string): CallScope | undefined {
  const request = {
    url,
    headers: token ? { authorization: `Bearer ${token}` } : {},
  } as unknown as IncomingMessage;
  const found: (CallScope | undefined)[] = [];
  attributeRequests()(request, {} as ServerResponse, () =>
    found.push(currentScope()),
  );
  expect(found).toHaveLength(1);
  return found[0];
}

it.each([
  ['/api/catalog/entities', 'catalog'],
  ['/api/tech-radar', 'tech-radar'],
  ['/api/events?a=b', 'events'],
])('attributes %s to %s', (url, pluginId) => {
  expect(scopeOf(url)).toMatchObject({ pluginId, priority: 'person' });
});

it.each(['/', '/catalog', '/api/', '/api', '/other/api/catalog'])(
  'leaves %s to nobody',
  url => {
    expect(scopeOf(url)).toBeUndefined();
  },
);

it.each([
  ['of-mel', 'user:default/mel'],
  ['of-nobody', undefined],
  ['broken', undefined],
])('finds the person of a token: %s', async (token, person) => {
  const scope = scopeOf('/api/techdocs/static', token);
  await expect(scope?.person).resolves.toBe(person);
});

it('verifies nothing as long as nobody asks', async () => {
  const scope = scopeOf('/api/catalog/entities', 'of-mel');
  expect(scope?.pluginId).toBe('catalog');
  await Promise.resolve();
  expect(verify).not.toHaveBeenCalled();
});
