import type { startTestSandbox } from '../../testing/startTestSandbox';

type TestSandbox = Awaited<ReturnType<typeof startTestSandbox>>;

/** Sends a query as one of the people, or with a token, and gives the answer's body, status and headers. */
export async function runQuery(
  sandbox: TestSandbox,
  options: {
    query: string;
    variables?: Record<string, unknown>;
    as?: 'olivia' | 'mel' | 'oscar';
    token?: string;
    path?: string;
  },
) {
  const { query, variables, as, token, path = '/graphql' } = options;
  return sandbox.call(`POST ${path}`, {
    ...(token ? { token } : { as: as ?? 'olivia' }),
    body: { query, variables },
  });
}
