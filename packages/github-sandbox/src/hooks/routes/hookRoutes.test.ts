import { issueToken } from '../../access/issueToken';
import { readOpenApi, type OpenApi } from '../../testing/published/readOpenApi';
import { startTestSandbox } from '../../testing/startTestSandbox';
import { startReceiver } from '../__testUtils__/startReceiver';

jest.setTimeout(120_000);

let openApi: OpenApi;
let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
  openApi = await readOpenApi();
});
beforeEach(async () => {
  sandbox = await startTestSandbox();
  receiver = await startReceiver();
});
afterEach(async () => {
  await sandbox.stop();
  await receiver.stop();
  if (sandbox.errors.length > 0) throw sandbox.errors[0];
});

/** Both scopes have the same routes. */
const SCOPES = [
  {
    name: 'repository',
    path: '/repos/acme/shop/hooks',
    template: '/repos/{owner}/{repo}/hooks',
    permission: 'repository_hooks',
  },
  {
    name: 'organization',
    path: '/orgs/acme/hooks',
    template: '/orgs/{org}/hooks',
    permission: 'organization_hooks',
  },
];

describe.each(SCOPES)('hooks of the $name', scope => {
  const { name, path, template, permission } = scope;

  const call = (method: string, rest = '', body?: unknown) =>
    sandbox.call(`${method} ${path}${rest}`, { as: 'olivia', body });
  const create = (more: object = {}, config: object = {}) =>
    call('POST', '', {
      name: 'web',
      config: {
        url: receiver.url,
        content_type: 'json',
        secret: 'hush',
        ...config,
      },
      ...more,
    });
  const check = (
    route: string,
    { status, body }: { status: number; body: unknown },
  ) =>
    expect(
      openApi.checkAnswer({
        route: route.replace('HOOKS', template),
        status,
        body,
      }),
    ).toEqual([]);

  it('are made, listed and shown, and never their secret', async () => {
    const created = await create();
    expect(created.status).toBe(201);
    check('POST HOOKS', created);
    expect(created.body).toMatchObject({
      active: true,
      events: ['push'],
      config: {
        url: receiver.url,
        content_type: 'json',
        insecure_ssl: '0',
        secret: '********',
      },
    });
    expect(created.headers.get('location')).toBe(
      `${sandbox.url}${path}/${created.body.id}`,
    );

    const list = await call('GET');
    check('GET HOOKS', list);
    const one = await call('GET', `/${created.body.id}`);
    check('GET HOOKS/{hook_id}', one);
    expect(list.body).toEqual([one.body]);
    expect(list.text + one.text + created.text).not.toContain('hush');
  });

  it('show no secret where there is none, and forms by default', async () => {
    const { body } = await create(
      {},
      { secret: undefined, content_type: undefined },
    );
    expect(body.config).toEqual({
      url: receiver.url,
      content_type: 'form',
      insecure_ssl: '0',
    });
  });

  it.each([
    [
      { config: { content_type: 'json' } },
      'Config must contain URL for webhooks',
    ],
    [{ config: { url: 'shop.example/hook' } }, 'Url is missing a scheme'],
    [{ config: { url: 'ftp://shop.example' } }, /unsupported scheme/],
    [
      { config: { url: 'http://shop.example', content_type: 'xml' } },
      /Content type/,
    ],
    [
      { config: { url: 'http://shop.example', insecure_ssl: 2 } },
      /Insecure ssl/,
    ],
    [
      { config: { url: 'http://shop.example' }, events: ['push', 'lunch'] },
      'These events are not allowed for this hook: lunch',
    ],
    [
      {
        config: { url: 'http://shop.example' },
        events: ['workflow_dispatch'],
      },
      /not allowed for this hook: workflow_dispatch/,
    ],
  ])('are refused: %j', async (body, message) => {
    const answer = await call('POST', '', { name: 'web', ...body });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      message: 'Validation Failed',
      errors: [
        {
          resource: 'Hook',
          code: 'custom',
          message: expect.stringMatching(message),
        },
      ],
    });
  });

  it.each([
    [{ events: 'push' }, `For 'properties/events', "push" is not an array.`],
    [{ config: null }, "For 'properties/config', nil is not an object."],
    [{ active: 'yes' }, `For 'properties/active', "yes" is not a boolean.`],
  ])('are refused for a type: %j', async (body, detail) => {
    const config = { url: receiver.url };
    const answer = await call('POST', '', { name: 'web', config, ...body });
    expect(answer.status).toBe(422);
    expect(answer.body.message).toBe(`Invalid request.\n\n${detail}`);
  });

  it('are there once for an address and an event', async () => {
    await create({ events: ['push', 'star'] });
    const same = await create({ events: ['fork', 'star'] });
    expect(same.status).toBe(422);
    expect(same.body.errors[0].message).toBe(
      `Hook already exists on this ${name}`,
    );
    const other = await create({ events: ['fork'] });
    const elsewhere = await create(
      { events: ['push'] },
      { url: `${receiver.url}/2` },
    );
    expect([other.status, elsewhere.status]).toEqual([201, 201]);
  });

  it('are 20 for an event at most', async () => {
    for (let number = 0; number < 20; number += 1) {
      await create({}, { url: `${receiver.url}/${number}` });
    }
    const { body } = await create({}, { url: `${receiver.url}/more` });
    expect(body.errors[0].message).toBe(
      'The "push" event cannot have more than 20 hooks',
    );
  });

  it('change: events, state, and a config that replaces the older one', async () => {
    const { body } = await create();
    const changed = await call('PATCH', `/${body.id}`, {
      add_events: ['star', 'fork'],
      remove_events: ['push'],
      active: false,
    });
    check('PATCH HOOKS/{hook_id}', changed);
    expect(changed.body).toMatchObject({
      events: ['star', 'fork'],
      active: false,
      config: { secret: '********' },
    });
    const hook = sandbox.sandbox.state.hooks.get(body.id)!;
    expect(hook.secret).toBe('hush');
    await call('PATCH', `/${body.id}`, {
      config: { url: receiver.url, content_type: 'form' },
    });
    expect(hook).toMatchObject({ secret: null, contentType: 'form' });
    const wrong = await call('PATCH', `/${body.id}`, { events: ['lunch'] });
    expect(wrong.status).toBe(422);
    expect(hook.events).toEqual(['star', 'fork']);
  });

  it('have a config of their own to read and change', async () => {
    const { body } = await create();
    const config = `/${body.id}/config`;
    const read = await call('GET', config);
    check('GET HOOKS/{hook_id}/config', read);
    // What a reader got does not become the secret.
    const changed = await call('PATCH', config, {
      ...read.body,
      content_type: 'form',
    });
    check('PATCH HOOKS/{hook_id}/config', changed);
    expect(changed.body.content_type).toBe('form');
    expect(sandbox.sandbox.state.hooks.get(body.id)!.secret).toBe('hush');
  });

  it('go, with what they have sent', async () => {
    const { body } = await create();
    await sandbox.sandbox.settled();
    expect((await call('DELETE', `/${body.id}`)).status).toBe(204);
    expect((await call('GET', `/${body.id}`)).status).toBe(404);
    expect(sandbox.sandbox.state.deliveries.size).toBe(0);
  });

  it('list what they have sent, the newest first, by a cursor', async () => {
    const { body } = await create();
    for (let time = 0; time < 4; time += 1) {
      await call('POST', `/${body.id}/pings`);
      await sandbox.sandbox.settled();
    }
    const deliveries = `/${body.id}/deliveries`;
    const all = await call('GET', deliveries);
    check('GET HOOKS/{hook_id}/deliveries', all);
    expect(all.body).toHaveLength(5);
    expect(all.body[0]).toMatchObject({
      event: 'ping',
      action: null,
      redelivery: false,
      status: 'OK',
      status_code: 200,
    });

    const seen: number[] = [];
    let next: string | undefined = `${path}${deliveries}?per_page=2`;
    while (next) {
      const page: Awaited<ReturnType<typeof call>> = await sandbox.call(
        `GET ${next}`,
        { as: 'olivia' },
      );
      seen.push(...page.body.map(({ id }: { id: number }) => id));
      next = /<([^>]+)>; rel="next"/
        .exec(page.headers.get('link') ?? '')?.[1]
        .replace(sandbox.url, '');
    }
    expect(seen).toEqual(all.body.map(({ id }: { id: number }) => id));
    expect((await call('GET', `${deliveries}?cursor=x`)).status).toBe(400);
  });

  it('show one delivery, and send it again with its id', async () => {
    const { body } = await create();
    await sandbox.sandbox.settled();
    const [{ id, guid }] = (await call('GET', `/${body.id}/deliveries`)).body;
    const one = await call('GET', `/${body.id}/deliveries/${id}`);
    check('GET HOOKS/{hook_id}/deliveries/{delivery_id}', one);
    expect(one.body).toMatchObject({
      request: {
        headers: { 'X-GitHub-Event': 'ping' },
        payload: { hook_id: body.id },
      },
      response: { payload: 'ok' },
    });

    const again = await call('POST', `/${body.id}/deliveries/${id}/attempts`);
    expect(again.status).toBe(202);
    await sandbox.sandbox.settled();
    expect(
      receiver.received.map(({ headers }) => headers['x-github-delivery']),
    ).toEqual([guid, guid]);
    const redelivered = await call(
      'GET',
      `/${body.id}/deliveries?redelivery=true`,
    );
    expect(redelivered.body).toEqual([
      expect.objectContaining({ guid, redelivery: true }),
    ]);
  });

  it('are hidden from who may not administer', async () => {
    const { body } = await create();
    expect((await sandbox.call(`GET ${path}`)).status).toBe(401);
    for (const as of ['mel', 'oscar'] as const) {
      const list = await sandbox.call(`GET ${path}`, { as });
      const one = await sandbox.call(`DELETE ${path}/${body.id}`, { as });
      expect([list.status, one.status]).toEqual([404, 404]);
    }
  });

  it('are for Apps with the permission', async () => {
    const token = (permissions: object) =>
      issueToken({
        sandbox: sandbox.sandbox,
        kind: 'installation',
        values: {
          installationId: sandbox.installation.id,
          permissions: { metadata: 'read', ...permissions },
        },
      }).secret;
    const statusWith = async (permissions: object) =>
      (await sandbox.call(`GET ${path}`, { token: token(permissions) })).status;
    expect(await statusWith({ contents: 'write' })).toBe(403);
    expect(await statusWith({ [permission]: 'read' })).toBe(200);
    const write = await sandbox.call(`POST ${path}`, {
      token: token({ [permission]: 'read' }),
      body: { name: 'web', config: { url: receiver.url } },
    });
    expect(write.status).toBe(403);
  });
});
