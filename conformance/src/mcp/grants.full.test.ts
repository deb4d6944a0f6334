import { join } from 'node:path';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { signInAtSandbox } from '@callboard/cli/src/testing/signInAtSandbox';
import { component } from '../presets/probes/component';
import { eventually } from '../presets/probes/eventually';
import { startPreset, type RunningPreset } from '../presets/startPreset';
import { connectAs } from './connectAs';
import { guest } from './guest';
import { toolCalls } from './toolCalls';

jest.setTimeout(180_000);

const WRITES = [
  'catalog.register-entity',
  'catalog.unregister-entity',
  'catalog.refresh-catalog-entity',
  'scaffolder.execute-template',
];

async function guestToken(portal: RunningPreset): Promise<string> {
  const { backstageIdentity } = await portal.ask('/api/auth/guest/refresh', {
    method: 'POST',
    headers: { authorization: '', 'x-requested-with': 'XMLHttpRequest' },
  });
  return backstageIdentity.token;
}

describe('a portal that lets clients look', () => {
  let portal: RunningPreset;

  beforeAll(async () => {
    portal = await startPreset({
      presets: ['mcp'],
      config: guest,
      entities: component({}),
    });
  });
  afterAll(() => portal?.stop());

  it('offers and runs nothing that changes something, even for who may do everything', async () => {
    const { url, token } = portal;
    const client = await connectAs({ url, token });
    const tools = await client.tools();
    expect(tools).toContain('catalog.query-catalog-entities');
    expect(WRITES.filter(name => tools.includes(name))).toEqual([]);

    for (const name of WRITES) {
      await expect(client.call(name, { name: 'web' })).resolves.toEqual({
        refused: true,
        text: `NotFoundError: Action "${name}" not found`,
      });
    }
    // Not by the way behind either.
    for (const name of WRITES) {
      const [plugin] = name.split('.');
      const action = encodeURIComponent(name.replace('.', ':'));
      const response = await fetch(
        `${url}/api/${plugin}/.backstage/actions/v1/actions/${action}/invoke`,
        {
          method: 'POST',
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
          },
          body: JSON.stringify({ name: 'web' }),
        },
      );
      expect(response.status).toBe(404);
    }
    await client.close();
  });

  it('notes who has called what, and how it ended', async () => {
    const client = await connectAs({
      url: portal.url,
      token: await guestToken(portal),
    });
    await client.call('catalog.get-catalog-model-description', {});
    await client.call('catalog.unregister-entity', {});
    await client.close();

    const actor = 'user:default/guest';
    await eventually(async () =>
      expect(
        (await toolCalls(portal.data)).filter(call => call.actor === actor),
      ).toEqual([
        {
          tool: 'catalog.get-catalog-model-description',
          actor,
          status: 'succeeded',
        },
        { tool: 'catalog.unregister-entity', actor, status: 'failed' },
      ]),
    );
  });
});

describe('a portal that lets clients change things', () => {
  it('does it as the person', async () => {
    const portal = await startPreset({
      presets: ['demo', 'mcp'],
      variables: { MCP_ALLOW_WRITES: 'true' },
    });
    try {
      const { url } = portal;
      const lena = await connectAs({
        url,
        token: await signInAtSandbox({ portalUrl: url, login: 'lena-fischer' }),
      });
      expect(await lena.tools()).toEqual(expect.arrayContaining(WRITES));
      const tool = 'catalog.refresh-catalog-entity';
      await eventually(async () =>
        expect(
          await lena.call(tool, {
            kind: 'component',
            name: 'checkout-service',
          }),
        ).toMatchObject({ refused: false }),
      );
      await lena.close();
      await eventually(async () =>
        expect(await toolCalls(portal.data)).toContainEqual({
          tool,
          actor: 'user:default/lena-fischer',
          status: 'succeeded',
        }),
      );
    } finally {
      await portal.stop();
    }
  });

  it('refuses what the person may not do, also with things of others', async () => {
    const portal = await startPreset({
      presets: ['mcp'],
      config: {
        ...guest,
        catalog: {
          locations: [
            {
              type: 'file',
              target: join(__dirname, 'template.yaml'),
              rules: [{ allow: ['Template'] }],
            },
          ],
        },
      },
      variables: { MCP_ALLOW_WRITES: 'true' },
    });
    try {
      const { url, token } = portal;
      const template = { templateRef: 'template:default/hello', values: {} };
      const another = await connectAs({ url, token });
      const { taskId } = await eventually(async () => {
        const { refused, text } = await another.call(
          'scaffolder.execute-template',
          template,
        );
        expect([refused, text]).toEqual([false, expect.anything()]);
        return JSON.parse(text);
      });
      const logs = 'scaffolder.get-scaffolder-task-logs';
      await expect(another.call(logs, { taskId })).resolves.toMatchObject({
        refused: false,
      });
      await another.close();

      const visitor = await connectAs({ url, token: await guestToken(portal) });
      const denied = 'NotAllowedError';
      const attempts: [string, Record<string, unknown>, string][] = [
        [logs, { taskId }, denied],
        // What stock's tool makes of the 403 that it gets.
        ['scaffolder.execute-template', template, 'failed with 500'],
        ['catalog.unregister-entity', { type: { locationId: 'any' } }, denied],
        [
          'catalog.refresh-catalog-entity',
          { kind: 'template', name: 'hello' },
          denied,
        ],
      ];
      for (const [name, input, text] of attempts) {
        expect([name, await visitor.call(name, input)]).toEqual([
          name,
          { refused: true, text: expect.stringContaining(text) },
        ]);
      }
      await visitor.close();
      await eventually(async () =>
        expect(
          (
            await toolCalls(portal.data)
          ).filter(
            ({ actor, status }) =>
              actor === 'user:default/guest' && status === 'failed',
          ),
        ).toHaveLength(attempts.length),
      );
    } finally {
      await portal.stop();
    }
  });
});
