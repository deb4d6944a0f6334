import type { FeatureNeed } from '../FeatureNeed';
import { needs } from '../features/needs';
import { comparePermissions } from './comparePermissions';

const feature = (
  permissions: FeatureNeed['permissions'],
  title = 'Templates',
): FeatureNeed => ({
  ...{ id: title, title, permissions, scopes: [], events: [] },
  isOn: () => ({ on: true, because: 'always' }),
});
const POST = 'POST /orgs/{org}/repos';
const GET = 'GET /repos/{owner}/{repo}';

it('lists what is missing and what is needless, and who needs what', () => {
  const compared = comparePermissions({
    granted: {
      metadata: 'read',
      contents: 'write',
      administration: 'read',
      pages: 'write',
      organization_hooks: 'write',
    },
    features: [
      feature(needs('contents', 'read', { routes: [GET] }), 'Files'),
      feature(needs('administration', 'write', { routes: [POST] })),
    ],
  });
  expect(compared.missing).toEqual(['Administration: write']);
  expect(compared.needless).toEqual([
    'Contents: write (read is enough)',
    'Pages: write',
    'Webhooks of the organisation: write',
  ]);
  expect(compared.rows).toContainEqual({
    permission: 'administration',
    title: 'Administration',
    scope: 'repository',
    granted: 'read',
    needed: 'write',
    neededBy: [{ feature: 'Templates', level: 'write', route: POST }],
    verdict: 'missing',
  });
  expect(compared.rows).toContainEqual(
    expect.objectContaining({ permission: 'metadata', verdict: 'ok' }),
  );
});

it('knows that every App may read metadata, and that write includes read', () => {
  expect(
    comparePermissions({
      granted: { contents: 'write' },
      features: [
        feature([
          ...needs('metadata', 'read', { routes: [GET] }),
          ...needs('contents', 'read', { routes: [GET] }),
          ...needs('contents', 'write', { routes: [POST] }),
        ]),
      ],
    }),
  ).toMatchObject({ missing: [], needless: [] });
});

it('asks the account of a person for no permission of an organisation, and no account for those of persons', () => {
  const features = [
    feature([
      ...needs('members', 'read', {
        scope: 'organization',
        routes: ['GraphQL Organization.teams'],
      }),
      ...needs('email_addresses', 'read', {
        scope: 'account',
        routes: ['GET /user/emails'],
      }),
    ]),
  ];
  const missing = (accountType?: string) =>
    comparePermissions({ granted: {}, features, accountType }).missing;
  expect(missing('User')).toEqual([]);
  expect(missing('Organization')).toEqual(['Members: read']);
  expect(missing()).toEqual(['Members: read', 'Email addresses: read']);
});

it('takes both names of e-mail addresses, and names what it does not know by its key', () => {
  const { rows } = comparePermissions({
    granted: { emails: 'read', organization_new_thing: 'read' },
    features: [],
  });
  expect(
    rows.map(({ permission, title, scope }) => [permission, title, scope]),
  ).toEqual([
    ['organization_new_thing', 'New thing', 'organization'],
    ['email_addresses', 'Email addresses', 'account'],
  ]);
});
