import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

/** A client that somebody has let in. */
export interface ConnectedClient {
  /** The names of the tools that it is offered. */
  tools(): Promise<string[]>;
  call(
    name: string,
    input: Record<string, unknown>,
  ): Promise<{ refused: boolean; text: string }>;
  close(): Promise<void>;
}

/** Connects with an access token. */
export async function connectAs(options: {
  url: string;
  token: string;
}): Promise<ConnectedClient> {
  const client = new Client({ name: 'tests', version: '1.0.0' });
  await client.connect(
    new StreamableHTTPClientTransport(
      new URL(`${options.url}/api/mcp-actions/v1`),
      {
        requestInit: { headers: { authorization: `Bearer ${options.token}` } },
      },
    ),
  );
  return {
    async tools() {
      const { tools } = await client.listTools();
      return tools.map(({ name }) => name);
    },
    async call(name, input) {
      try {
        const { isError, content } = await client.callTool({
          name,
          arguments: input,
        });
        const [first] = content as { text: string }[];
        return { refused: Boolean(isError), text: first.text };
      } catch (error) {
        // Some refusals are errors of the protocol.
        return { refused: true, text: (error as Error).message };
      }
    },
    close: () => client.close(),
  };
}
