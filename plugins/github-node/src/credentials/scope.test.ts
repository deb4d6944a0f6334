import { budgetRefusal } from '../outgoing/budgetRefusal';
import type { CallScope } from '../scope/CallScope';
import { currentScope, runInScope } from '../scope/runInScope';
import {
  startCredentials,
  type StartedCredentials,
} from './__testUtils__/startCredentials';

let started: StartedCredentials;
beforeEach(async () => {
  started = await startCredentials();
});
afterEach(() => started.stop());

/** Credentials of an App that note on whose behalf each request left. */
function observed(respond: typeof fetch = fetch) {
  const scopes: (CallScope | undefined)[] = [];
  const created = started.create(
    started.integrations({ apps: [started.app()] }),
    {
      fetch(...request) {
        scopes.push(currentScope());
        return respond(...request);
      },
    },
  );
  return { ...created, scopes };
}

const credentialId = () => `app:${started.host}:${started.sandbox.app.id}`;

it('asks on behalf of the plugin whose provider is asked, and names the App', async () => {
  const { credentials, scopes } = observed();
  const provider = credentials.provider({ pluginId: 'catalog' });
  const { type, token, headers } = await provider.getCredentials({
    url: started.urlOf('acme/shop'),
  });
  expect(type).toBe('app');
  expect(headers).toEqual({ Authorization: `Bearer ${token}` });
  const call = expect.objectContaining({
    kind: 'app',
    credentialId: credentialId(),
    attempt: 1,
  });
  const patienceMs = 60_000;
  expect(scopes).toEqual([
    { pluginId: 'catalog', priority: 'background', patienceMs, call },
    { pluginId: 'catalog', priority: 'background', patienceMs, call },
  ]);
});

it('asks for a person first, and renews in the background', async () => {
  const { credentials, scopes } = observed();
  const serve = () =>
    runInScope({ pluginId: 'techdocs', priority: 'person' }, () =>
      credentials.serve({ url: started.urlOf('acme/shop') }),
    );
  await serve();
  started.sandbox.sandbox.clock.advance({ ms: 45 * 60_000 });
  await serve();
  await started.settled();
  // What is renewed in the background leaves when it is its turn.
  while (scopes.length < 4) await new Promise(setImmediate);
  expect(scopes.map(scope => scope?.priority)).toEqual([
    'person',
    'person',
    // The list of installations, and the token.
    'person',
    'background',
  ]);
});

it('counts tries', async () => {
  let answers = 0;
  const { credentials, scopes } = observed(async (...request) => {
    answers += 1;
    return answers < 3 ? new Response('', { status: 502 }) : fetch(...request);
  });
  await credentials.serve({ url: started.urlOf('acme/shop') });
  expect(scopes.map(scope => scope?.call?.attempt)).toEqual([1, 2, 3, 1]);
});

it('does not ask again after an answer that came too late', async () => {
  const { credentials, scopes } = observed(async () => {
    throw new DOMException('late', 'TimeoutError');
  });
  await expect(
    credentials.serve({ url: started.urlOf('acme/shop') }),
  ).rejects.toThrow('no answer within 15 seconds');
  expect(scopes).toHaveLength(1);
});

it('says that the budget held a request back, and lets the next one try', async () => {
  let isHeld = true;
  const { credentials, scopes } = observed(async (...request) => {
    if (!isHeld) return fetch(...request);
    throw new TypeError('fetch failed', {
      cause: budgetRefusal({
        host: started.host,
        method: 'GET',
        path: '/app/installations',
        until: '2026-01-01T00:00:00Z',
        reason: 'the limit is used up',
      }),
    });
  });
  const serve = () => credentials.serve({ url: started.urlOf('acme/shop') });
  await expect(serve()).rejects.toThrow(
    'the limit is used up. Try again after 2026-01-01T00:00:00Z.',
  );
  expect(scopes).toHaveLength(1);
  isHeld = false;
  expect((await serve()).kind).toBe('app');
});

it('takes the plugin of the scope where none is named', async () => {
  const { credentials } = started.create({
    connections: [
      {
        type: 'github',
        host: started.host,
        auth: [
          { method: 'token', token: 'ghp_1', match: { plugins: ['catalog'] } },
        ],
      },
    ],
  });
  const url = started.urlOf('acme/shop');
  const inside = await runInScope({ pluginId: 'catalog' }, () =>
    credentials.serve({ url }),
  );
  expect(inside.token).toBe('ghp_1');
  expect((await credentials.serve({ url })).kind).toBe('none');
});
