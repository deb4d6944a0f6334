import { TestDatabases } from '@backstage/backend-test-utils';
import { openManaging } from '../__testUtils__/openManaging';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

let scene: Awaited<ReturnType<typeof openManaging>>;
afterEach(() => scene?.stop());

const HOUR = 60 * 60 * 1000;

describe('the way back', () => {
  const begin = async () => {
    const form = await scene.post('/apps', {
      host: scene.host,
      organization: 'acme',
    });
    const back = await scene.sayYes(form.body);
    return { code: back.code, state: back.state, keep: 'store' };
  };

  it('is open to the person who began', async () => {
    scene = await openManaging({ databases });
    const body = await begin();
    const other = await scene.post('/apps/complete', body, 'oscar');
    expect(other.status).toBe(403);
    expect(other.message).toContain('Another person began to create this App');
    expect((await scene.post('/apps/complete', body)).status).toBe(200);
    expect(scene.audit.map(({ outcome }) => outcome)).toEqual([
      'success',
      'failure',
      'success',
    ]);
  });

  it('is open once', async () => {
    scene = await openManaging({ databases });
    const body = await begin();
    expect((await scene.post('/apps/complete', body)).status).toBe(200);
    const again = await scene.post('/apps/complete', body);
    expect(again.status).toBe(400);
    expect(again.message).toContain('has ended it already');
    expect(scene.github.stored.list()).toHaveLength(1);
  });

  it('is open for an hour', async () => {
    scene = await openManaging({ databases });
    const body = await begin();
    scene.sandbox.sandbox.clock.advance({ ms: HOUR });
    const late = await scene.post('/apps/complete', body);
    expect(late.status).toBe(400);
    expect(late.message).toContain('longer than an hour');
  });

  it('takes no state that somebody made up', async () => {
    scene = await openManaging({ databases });
    const body = await begin();
    const answer = await scene.post('/apps/complete', {
      ...body,
      state: 'made-up',
    });
    expect(answer.status).toBe(400);
    expect(answer.message).toContain('did not begin to create this App');
  });

  it('says what to do with a code that GitHub does not know', async () => {
    scene = await openManaging({ databases });
    const body = await begin();
    const answer = await scene.post('/apps/complete', {
      ...body,
      code: 'nonsense',
    });
    expect(answer.status).toBe(400);
    expect(answer.message).toContain('does not know the code any more');
    expect(
      JSON.stringify([
        scene.audit,
        scene.logged,
        scene.github.trace.list({ limit: 1000 }),
      ]),
    ).not.toContain('nonsense');
  });

  it('may be tried again when GitHub does not answer', async () => {
    scene = await openManaging({ databases });
    const body = await begin();
    scene.sandbox.sandbox.faults.set({ badGatewayEvery: 1 });
    const failed = await scene.post('/apps/complete', body);
    expect(failed.status).toBe(503);
    expect(failed.message).toContain('Nothing is lost');
    scene.sandbox.sandbox.faults.clear();
    expect((await scene.post('/apps/complete', body)).status).toBe(200);
  });

  it.each<[string, object]>([
    ['a code that is a path', { code: '../x' }],
    ['no code', { code: undefined }],
    ['another way to keep it', { keep: 'mail' }],
  ])('refuses %s', async (_, more) => {
    scene = await openManaging({ databases });
    const answer = await scene.post('/apps/complete', {
      code: 'a',
      state: 'b',
      keep: 'store',
      ...more,
    });
    expect(answer.status).toBe(400);
    expect(answer.message).toMatch(/^The request is not valid/);
  });
});
