import { ResponseError } from '@backstage/errors';
import { AppRootElementBlueprint } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { useLocation } from 'react-router-dom';
import { githubApiRef, type GithubApi } from '../api/GithubApi';
import { githubPlugin } from '../plugin';

function Where() {
  const { pathname, search } = useLocation();
  return <div data-testid="where">{`${pathname}${search}`}</div>;
}

/** Shows the address, which jsdom does not. */
const where = AppRootElementBlueprint.make({
  name: 'where',
  params: { element: <Where /> },
});

/** Renders the page in an app of this plugin. What the test does not give must not be called. */
export function renderImport(
  options: { path?: string; api?: Partial<GithubApi> } = {},
) {
  const { path = '/github/import' } = options;
  const unexpected = async (): Promise<never> => {
    throw new Error('The test does not expect this call.');
  };
  const api = {
    organisations: jest.fn(async () => []),
    imports: jest.fn(async () => []),
    importRun: jest.fn(unexpected),
    plan: jest.fn(unexpected),
    apply: jest.fn(unexpected),
    pause: jest.fn(unexpected),
    ...options.api,
  } as jest.Mocked<GithubApi>;
  const rendered = renderTestApp({
    features: [githubPlugin],
    extensions: [where],
    initialRouteEntries: [path],
    apis: [[githubApiRef, api]],
  });
  return { ...rendered, api };
}

/** What the client throws for an answer of the backend. */
export async function answered(
  status: number,
  message: string,
): Promise<Error> {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'Error', message },
        response: { statusCode: status },
      }),
      { status, headers: { 'content-type': 'application/json' } },
    ) as never,
  );
}
