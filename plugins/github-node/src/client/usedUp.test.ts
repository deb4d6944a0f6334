import nodeFetch from 'node-fetch';
import { runInScope } from '../scope/runInScope';
import { openClients } from './__testUtils__/openClients';

let scene: Awaited<ReturnType<typeof openClients>>;
beforeEach(async () => {
  scene = await openClients({ entry: (_app, token) => ({ token }) });
});
afterEach(() => scene.stop());

/** What the API has answered to requests below a path, oldest first. */
const answersTo = (path: string) =>
  scene.sandbox.sandbox.requests
    .all()
    .filter(request => request.path.startsWith(`/api/v3${path}`))
    .map(({ status }) => status);

/** Of one token. Somebody waits for each, so that it is refused rather than held back for long. */
const ways: Array<[string, (path: string) => Promise<unknown>]> = [
  [
    'our client',
    async path => {
      const client = await scene.client('acme/shop', { priority: 'person' });
      return client.request(`GET ${path}`);
    },
  ],
  [
    'node-fetch',
    path =>
      runInScope({ priority: 'person' }, () =>
        nodeFetch(`${scene.sandbox.url}/api/v3${path}`, {
          headers: { authorization: `token ${scene.sandbox.tokens.oscar}` },
        }),
      ),
  ],
];

it.each(ways)(
  'once a limit is used up nothing leaves any more but what was under way: %s',
  async (_, send) => {
    const { faults, clock } = scene.sandbox.sandbox;
    await send('/repos/acme/shop');
    // Earlier than the end of the window that this answer has told.
    const until = new Date(clock.now().getTime() + 15 * 60_000);
    faults.set({ rateLimitedUntil: until.toISOString() });

    const paths = Array.from({ length: 5 }, (__, at) => `/users/${at}`);
    await Promise.allSettled(paths.map(send));
    const answers = answersTo('/users');
    expect(new Set(answers)).toEqual(new Set([403]));
    // A first try may have been granted before the first refusal came; no second one is.
    expect(answers.length).toBeLessThanOrEqual(paths.length);

    for (const [, other] of ways) {
      await expect(other('/users/late')).rejects.toThrow(
        'the limit of core requests is used up',
      );
    }
    expect(answersTo('/users')).toEqual(answers);
    // One account, however the token is sent.
    expect(scene.budget.state()).toEqual([
      expect.objectContaining({ resource: 'core', remaining: 0, inFlight: 0 }),
    ]);

    for (const [, other] of ways) await other('/rate_limit');
    expect(answersTo('/rate_limit')).toEqual([200, 200]);
  },
);
