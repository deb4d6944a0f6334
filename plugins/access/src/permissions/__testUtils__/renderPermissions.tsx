import { ResponseError } from '@backstage/errors';
import { AppRootElementBlueprint } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import type {
  Explanation,
  RoleRow,
  RolesOverview,
} from '@callboard/plugin-access-common';
import { useLocation } from 'react-router-dom';
import { accessPlugin } from '../../plugin';
import { permissionsApiRef, type PermissionsApi } from '../api/PermissionsApi';

function Where() {
  const { pathname, search, hash } = useLocation();
  return <div data-testid="where">{`${pathname}${search}${hash}`}</div>;
}

/** Shows the address, which jsdom does not. */
const where = AppRootElementBlueprint.make({
  name: 'where',
  params: { element: <Where /> },
});

const role = (name: string, change: Partial<RoleRow> = {}): RoleRow => ({
  name,
  builtIn: true,
  description: `What ${name} may do.`,
  allow: [],
  deny: [],
  isDefault: false,
  members: [],
  ...change,
});

/** Three roles; one member by the configuration, one given here. */
export const overviewFixture: RolesOverview = {
  mayManage: true,
  unknownPermissions: [],
  orphaned: [],
  roles: [
    role('admin', {
      members: [
        {
          member: 'group:default/platform',
          source: { type: 'config', key: 'permission.callboard.admins' },
        },
        {
          member: 'user:default/jane',
          source: {
            type: 'assigned',
            by: 'user:default/olivia',
            at: '2026-11-26T20:00:00Z',
          },
        },
      ],
    }),
    role('developer', { isDefault: true }),
    role('viewer'),
  ],
};

/** Jane may not read an entity. */
export const explanationFixture: Explanation = {
  user: 'user:default/jane',
  inCatalog: true,
  permission: { name: 'catalog.entity.read', plugin: 'catalog' },
  entity: 'component:default/vault',
  policy: 'conditional',
  result: 'deny',
  because: ['It does not meet the conditions.'],
  roles: [
    {
      role: 'partner',
      member: 'group:default/partners',
      source: { type: 'config', key: 'a.key' },
      says: 'conditional',
      rule: 'a rule',
      path: ['user:default/jane', 'group:default/partners'],
    },
  ],
  ownership: [],
  parents: [],
  change: ['Make her the owner.'],
};

/** Renders a part of the page in an app of this plugin. */
export function renderPermissions(
  options: { path?: string; api?: Partial<PermissionsApi> } = {},
) {
  const { path = '/access/permissions' } = options;
  const unexpected = async (): Promise<never> => {
    throw new Error('The test does not expect this call.');
  };
  const api = {
    roles: jest.fn(async () => overviewFixture),
    permissions: jest.fn(async () => [
      {
        name: 'catalog.entity.read',
        plugin: 'catalog',
        resourceType: 'catalog-entity',
      },
      { name: 'devtools.info', plugin: 'devtools' },
    ]),
    explain: jest.fn(unexpected),
    assign: jest.fn(unexpected),
    remove: jest.fn(unexpected),
    administrator: jest.fn(unexpected),
    becomeAdministrator: jest.fn(unexpected),
    ...options.api,
  } as jest.Mocked<PermissionsApi>;
  const baseUrl = 'https://portal.acme.example';
  const rendered = renderTestApp({
    features: [accessPlugin],
    extensions: [where],
    initialRouteEntries: [path],
    config: { app: { baseUrl }, backend: { baseUrl } },
    apis: [[permissionsApiRef, api]],
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
