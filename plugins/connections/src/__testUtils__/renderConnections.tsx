import { ResponseError } from '@backstage/errors';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { useLocation } from 'react-router-dom';
import { AppRootElementBlueprint } from '@backstage/frontend-plugin-api';
import type { ConnectionsOverview } from '@callboard/plugin-connections-common';
import { overviewFixture } from '../../dev/overviewFixture';
import { connectionsApiRef, type ConnectionsApi } from '../api/ConnectionsApi';
import { mirrorApiRef, type MirrorApi } from '../api/MirrorApi';
import { connectionsPlugin } from '../plugin';

function Where() {
  const { pathname, search } = useLocation();
  return <div data-testid="where">{`${pathname}${search}`}</div>;
}

/** Shows the address, which jsdom does not. */
const where = AppRootElementBlueprint.make({
  name: 'where',
  params: { element: <Where /> },
});

/** Renders the whole page in an app of this plugin. */
export function renderConnections(
  options: {
    path?: string;
    overview?: () => ConnectionsOverview | Promise<ConnectionsOverview>;
    api?: Partial<ConnectionsApi>;
    /** By default no organisation is mirrored. */
    mirror?: Partial<MirrorApi>;
    baseUrl?: string;
  } = {},
) {
  const {
    path = '/connections',
    overview = () => overviewFixture(),
    baseUrl = 'https://portal.acme.example',
  } = options;
  const unexpected = async (): Promise<never> => {
    throw new Error('The test does not expect this call.');
  };
  const api = {
    overview: jest.fn(async () => overview()),
    runChecks: jest.fn(unexpected),
    serve: jest.fn(unexpected),
    trace: jest.fn(unexpected),
    createApp: jest.fn(unexpected),
    completeApp: jest.fn(unexpected),
    rotate: jest.fn(unexpected),
    ...options.api,
  } as jest.Mocked<ConnectionsApi>;
  const mirror = {
    status: jest.fn(async () => []),
    accept: jest.fn(unexpected),
    reconcile: jest.fn(unexpected),
    ...options.mirror,
  } as jest.Mocked<MirrorApi>;
  const rendered = renderTestApp({
    features: [connectionsPlugin],
    extensions: [where],
    initialRouteEntries: [path],
    config: {
      app: { baseUrl },
      backend: { baseUrl },
    },
    apis: [
      [connectionsApiRef, api],
      [mirrorApiRef, mirror],
    ],
  });
  return { ...rendered, api, mirror };
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
      {
        status,
        headers: { 'content-type': 'application/json' },
      },
    ) as never,
  );
}
