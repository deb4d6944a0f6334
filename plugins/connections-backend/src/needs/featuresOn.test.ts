import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { featureNeeds } from './featureNeeds';
import { featuresOn } from './featuresOn';

/** On wherever there is a GitHub. */
const TABS = ['ci-tab', 'pull-requests-tab', 'insights-tab', 'security-tab'];

const on = (data: JsonObject, host = 'github.com') =>
  featuresOn({ config: mockServices.rootConfig({ data }), host }).map(
    ({ id }) => id,
  );

const because = (data: JsonObject, id: string, host = 'github.com') =>
  featureNeeds
    .find(feature => feature.id === id)
    ?.isOn({ config: mockServices.rootConfig({ data }), host });

it('reads files from every integration and shows its tabs, and does nothing else by itself', () => {
  expect(on({})).toEqual(['reading-files', ...TABS]);
  expect(
    on({ callboard: { github: { activity: { enabled: false } } } }),
  ).toEqual(['reading-files']);
});

it('discovers files on the host that a provider names, in both forms of the configuration', () => {
  const one = { catalog: { providers: { github: { organization: 'acme' } } } };
  expect(on(one)).toEqual(['reading-files', 'catalog-discovery', ...TABS]);
  const many = {
    catalog: {
      providers: {
        github: {
          mine: { host: 'ghe.example.com', organization: 'acme' },
          apps: { app: 12 },
        },
      },
    },
  };
  expect(on(many, 'ghe.example.com')).toContain('catalog-discovery');
  expect(on(many, 'other.example.com')).not.toContain('catalog-discovery');
  expect(because(many, 'catalog-discovery')).toEqual({
    on: true,
    because: 'catalog.providers.github.apps searches github.com',
  });
});

it('discovers files on the host of the short block', () => {
  const data = {
    catalog: {
      providers: {
        github: {
          baseUrl: 'https://ghe.example.com',
          token: 'ghp_1',
          org: 'acme',
        },
      },
    },
  };
  expect(on(data, 'ghe.example.com')).toContain('catalog-discovery');
  expect(on(data)).not.toContain('catalog-discovery');
});

it.each([
  [true, ['inferred-components', 'wiki-docs']],
  [{ lifecycle: 'experimental' }, ['inferred-components', 'wiki-docs']],
  [{ wikis: false }, ['inferred-components']],
  [{ enabled: false }, []],
  [false, []],
])('infers components where %j says so', (inferred, expected) => {
  const data = {
    catalog: { providers: { github: { organization: 'acme' } } },
    callboard: { github: { catalog: { inferred } } },
  };
  const found = on(data).filter(id => /^(inferred|wiki)-/.test(id));
  expect(found).toEqual(expected);
  expect(on(data, 'ghe.example.com')).not.toContain('inferred-components');
});

it('opens pull requests for imports only where an operator says so', () => {
  expect(on({})).not.toContain('import-pull-requests');
  expect(
    on({
      callboard: {
        connections: { features: { 'import-pull-requests': true } },
      },
    }),
  ).toContain('import-pull-requests');
});

it('reads people from the host of githubOrg, in both forms of the configuration', () => {
  const entry = {
    id: 'a',
    githubUrl: 'https://ghe.example.com',
    orgs: ['acme'],
  };
  const one = { catalog: { providers: { githubOrg: entry } } };
  const many = { catalog: { providers: { githubOrg: [entry] } } };
  expect(on(one, 'ghe.example.com')).toContain('people-and-teams');
  expect(on(one)).not.toContain('people-and-teams');
  expect(because(many, 'people-and-teams', 'ghe.example.com')).toEqual({
    on: true,
    because: 'catalog.providers.githubOrg[0] reads from ghe.example.com',
  });
});

it('counts on every action of templates as soon as a rule lets templates in', () => {
  const rule = { catalog: { rules: [{ allow: ['Component', 'Template'] }] } };
  expect(on(rule).filter(id => id.startsWith('templates-'))).toHaveLength(
    featureNeeds.filter(({ id }) => id.startsWith('templates-')).length,
  );
  const location = {
    catalog: {
      rules: [{ allow: ['Component'] }],
      locations: [
        { type: 'url', target: 'https://github.com/acme/a' },
        {
          type: 'url',
          target: 'https://github.com/acme/b',
          rules: [{ allow: ['Template'] }],
        },
      ],
    },
  };
  expect(because(location, 'templates-pages')).toEqual({
    on: true,
    because: 'catalog.locations[1].rules[0] lets templates into the catalog',
  });
  expect(
    because(
      { catalog: { rules: [{ allow: ['Component'] }] } },
      'templates-pages',
    )?.on,
  ).toBe(false);
});

it('is overruled by the operator, in both directions', () => {
  const data = {
    catalog: { rules: [{ allow: ['Template'] }] },
    callboard: {
      connections: {
        features: { 'templates-pages': false, 'deployments-tab': true },
      },
    },
  };
  expect(on(data)).not.toContain('templates-pages');
  expect(on(data)).toContain('templates-issues');
  expect(because(data, 'deployments-tab')).toEqual({
    on: true,
    because: 'callboard.connections.features.deployments-tab is true',
  });
  expect(because({}, 'deployments-tab')).toEqual({
    on: false,
    because: 'not part of this portal yet',
  });
});

it.each([
  [{ events: { modules: { github: { webhookSecret: 's' } } } }, true],
  [
    {
      integrations: {
        github: [
          { host: 'github.com', apps: [{ appId: 1 }, { webhookSecret: 's' }] },
        ],
      },
    },
    true,
  ],
  [
    {
      connections: [
        { type: 'github', auth: [{ method: 'app', webhookSecret: 's' }] },
      ],
    },
    true,
  ],
  [
    {
      integrations: {
        github: [{ host: 'ghe.example.com', apps: [{ webhookSecret: 's' }] }],
      },
    },
    false,
  ],
])('takes webhooks where a secret for them is set: %j', (data, expected) => {
  expect(on(data).includes('webhooks')).toBe(expected);
});

it('needs nothing for workflow runs, which are read with the account of the viewer', () => {
  const data = {
    callboard: { plugins: ['@backstage-community/plugin-github-actions'] },
  };
  const found = featuresOn({
    config: mockServices.rootConfig({ data }),
    host: 'github.com',
  }).find(({ id }) => id === 'workflow-runs');
  expect(found).toMatchObject({ permissions: [], scopes: [] });
  expect(because(data, 'workflow-runs')?.because).toContain(
    "viewer's own account",
  );
});

it('asks the App for e-mail addresses only where people sign in through it', () => {
  const data = (clientId: string) => ({
    auth: {
      environment: 'production',
      providers: { github: { production: { clientId, clientSecret: 's' } } },
    },
    integrations: {
      github: [{ host: 'github.com', apps: [{ clientId: 'Iv1.app' }] }],
    },
  });
  expect(on(data('Iv1.app'))).toContain('sign-in-with-app');
  expect(on(data('Ov1.own'))).not.toContain('sign-in-with-app');
  expect(because(data('Ov1.own'), 'sign-in-with-app')?.because).toBe(
    "people sign in with the client of auth.providers.github.production, which is not the App's",
  );
});
