import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { startOpenAi } from '../standIns/startOpenAi';
import { testAuthority } from '../standIns/testAuthority';
import { startPreset } from '../startPreset';
import { component } from './component';
import { createMcpAuthorization } from './createMcpAuthorization';
import { eventually } from './eventually';
import type { Probe } from './Probe';

const mcp: Probe = async use => {
  const portal = await use(
    startPreset({ presets: ['mcp'], entities: component({}) }),
  );
  const client = await use(
    connect(`${portal.url}/api/mcp-actions/v1`, portal.token),
  );

  const { tools } = await client.listTools();
  const names = tools.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([expect.stringContaining('catalog')]),
  );
  const lookUp = names.find(name => name.includes('get-catalog-entity'))!;
  const { content } = await eventually(async () => {
    const result = await client.callTool({
      name: lookUp,
      arguments: { kind: 'component', name: 'web', namespace: 'default' },
    });
    expect(result.isError).toBeFalsy();
    return result;
  });
  expect(JSON.stringify(content)).toContain('web');

  // How a client finds out where to have somebody signed in.
  await expect(
    portal.ask('/.well-known/oauth-authorization-server/api/auth'),
  ).resolves.toMatchObject({
    client_id_metadata_document_supported: true,
    registration_endpoint: expect.stringContaining('/api/auth/'),
  });
};

/** Whoever asks is somebody. */
const GUEST = {
  auth: {
    providers: {
      guest: {
        userEntityRef: 'user:default/guest',
        dangerouslyAllowOutsideDevelopment: true,
      },
    },
  },
};

/** The whole way of a client that comes for the first time: it registers itself, and a person lets it in. */
const mcpForPerson: Probe = async use => {
  const portal = await use(startPreset({ presets: ['mcp'], config: GUEST }));
  const person = await portal.ask('/api/auth/guest/refresh', {
    method: 'POST',
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const { provider, asked } = createMcpAuthorization();
  const connectOnce = async () => {
    const transport = new StreamableHTTPClientTransport(
      new URL(`${portal.url}/api/mcp-actions/v1`),
      { authProvider: provider },
    );
    const client = await use(new Client({ name: 'tests', version: '1.0.0' }));
    return { client, transport, connected: client.connect(transport) };
  };

  const { transport, connected } = await connectOnce();
  await expect(connected).rejects.toThrow('Unauthorized');
  const response = await fetch(asked(), { redirect: 'manual' });
  // The page where the person is asked.
  const [, session] =
    response.headers.get('location')?.match(/authorize\/([^/?]+)/) ?? [];
  const { redirectUrl } = await portal.ask(
    `/api/auth/v1/sessions/${session}/approve`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${person.backstageIdentity.token}` },
    },
  );
  await transport.finishAuth(new URL(redirectUrl).searchParams.get('code')!);

  const { client, connected: again } = await connectOnce();
  await again;
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(
    expect.arrayContaining([expect.stringContaining('catalog')]),
  );
  expect(provider.tokens()).toMatchObject({
    refresh_token: expect.any(String),
  });

  const elsewhere = await fetch(`${portal.url}/api/auth/v1/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_name: 'Elsewhere',
      redirect_uris: ['https://evil.example/callback'],
    }),
  });
  expect(elsewhere.status).toBe(400);
};

const mcpChat: Probe = async use => {
  const model = await use(
    startOpenAi({
      apiKey: 'sk-portal',
      model: 'gpt-4.1',
      tool: {
        name: 'get-catalog-entity',
        arguments: { kind: 'component', name: 'web', namespace: 'default' },
      },
    }),
  );
  const portal = await use(
    startPreset({
      presets: ['mcp', 'mcp-chat'],
      config: GUEST,
      variables: {
        MCP_CHAT_PROVIDER: 'openai',
        MCP_CHAT_MODEL: 'gpt-4.1',
        MCP_CHAT_API_KEY: 'sk-portal',
        MCP_CHAT_BASE_URL: `${model.url}/v1`,
        MCP_CHAT_CA_FILE: (await testAuthority()).caFile,
        MCP_CHAT_PORTAL_TOKEN: 'token-of-the-chat-0123456789',
      },
      entities: component({}),
      isKnown: false,
    }),
  );
  const guest = await portal.ask('/api/auth/guest/refresh', {
    method: 'POST',
    headers: { authorization: '', 'x-requested-with': 'XMLHttpRequest' },
  });
  const authorization = `Bearer ${guest.backstageIdentity.token}`;

  await expect(
    portal.ask('/api/mcp-chat/provider/status', { headers: { authorization } }),
  ).resolves.toMatchObject({
    providers: [{ id: 'openai', connection: { connected: true } }],
  });
  await eventually(async () => {
    const answer = await portal.ask('/api/mcp-chat/chat', {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({
        messages: [{ role: 'user', content: 'Who owns web?' }],
      }),
    });
    expect(answer.content).toContain('"owner":"core"');
  });
  expect(model.unknown).toEqual([]);
};

async function connect(url: string, token: string): Promise<Client> {
  const client = new Client({ name: 'tests', version: '1.0.0' });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(url), {
      requestInit: { headers: { authorization: `Bearer ${token}` } },
    }),
  );
  return client;
}

export const aiProbes: Record<string, Probe> = {
  mcp,
  'mcp for a person': mcpForPerson,
  'mcp-chat': mcpChat,
};
