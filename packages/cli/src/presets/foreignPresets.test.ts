import { inspectPortalConfig } from '../config/loadPortalConfig';
import { createEnvironment } from '../testing/createEnvironment';
import { shippedRoot } from '../testing/shippedRoot';

jest.setTimeout(30_000);

/** A preset in the form that VeeCode DevPortal uses: snake case, bundles for plugins, older forms of configuration. */
const FOREIGN = `
name: forge
description: Sign-in and people of a forge.
version: 1.2.0
exclusive_group: identity

requires:
  presets: []
  variables:
    FORGE_TOKEN:
      description: A token of the forge.
      required: true
      docs: https://forge.example.com/tokens
      example: forge_xxx
    FORGE_FILTER:
      description: Which people.
      required: false

plugins:
  - package: oci://\${PLUGIN_REGISTRY}/jenkins:bs_\${BACKSTAGE_VERSION}!backstage-community-plugin-jenkins
    disabled: false
    pluginConfig:
      dynamicPlugins:
        frontend:
          backstage-community.plugin-jenkins: { mountPoints: [] }
  - package: oci://\${PLUGIN_REGISTRY}/jenkins:bs_\${BACKSTAGE_VERSION}!backstage-community-plugin-jenkins-backend
    disabled: true
  - package: oci://\${PLUGIN_REGISTRY}/shop:bs_1.0.0!devportal-marketplace-backend

appConfig:
  signInPage: github
  integrations:
    github:
      - host: forge.example.com
        token: \${FORGE_TOKEN}
  platform:
    guest:
      enabled: false
  auth:
    environment: production
    providers:
      github:
        production:
          clientId: forge
          clientSecret: \${FORGE_TOKEN}
          signIn:
            resolvers:
              - resolver: usernameMatchingUserEntityName
              - resolver: emailLocalPartMatchingUserEntityName
  catalog:
    providers:
      githubOrg:
        default:
          githubUrl: https://forge.example.com
          orgs: [acme]
          filter: \${FORGE_FILTER:-(all)}
          schedule:
            frequency: { minutes: 30 }
            timeout: { minutes: 3 }
`;

const inspect = (env: Record<string, string>, presets: string[]) => {
  const root = shippedRoot({ 'own/forge.yaml': FOREIGN });
  return inspectPortalConfig(
    createEnvironment(
      root,
      { CALLBOARD_PRESETS_DIR: 'own', ...env },
      { presets },
    ),
  );
};

it('loads as it is', async () => {
  const { problems, warnings, config, selection } = await inspect(
    { FORGE_TOKEN: 'forge_a-token' },
    ['forge'],
  );
  expect(problems).toEqual([]);
  expect(selection.plugins).toEqual(['@backstage-community/plugin-jenkins']);
  expect(warnings).toEqual([
    expect.stringContaining('devportal-marketplace-backend'),
    expect.stringMatching(
      /^catalog\.providers\.githubOrg\[0\]\.filter \(preset forge\): it has no effect/,
    ),
  ]);
  expect(config.get('catalog.providers.githubOrg')).toEqual([
    expect.objectContaining({ id: 'default', filter: '(all)' }),
  ]);
});

it('is warned of where it names a variable that it does not declare', async () => {
  const root = shippedRoot({
    'own/ours.yaml':
      'name: ours\ndescription: x\nappConfig:\n  app: { title: "${NOBODY_SETS}", support: { url: "${NOR_THIS:-https://x.example.com}" } }\n',
  });
  const { warnings } = await inspectPortalConfig(
    createEnvironment(
      root,
      { CALLBOARD_PRESETS_DIR: 'own' },
      { presets: ['ours'] },
    ),
  );
  expect(warnings).toEqual([
    'ours: app.title is left out: the preset does not declare the variable NOBODY_SETS, and it is not set',
  ]);
});

it('belongs to its group and asks for its variables', async () => {
  const { problems } = await inspect({}, ['forge', 'demo']);
  expect(problems.map(({ code }) => code)).toEqual([
    'preset-group',
    'variable-missing',
  ]);
});

it.each([
  ['VEECODE_PRESETS', { VEECODE_PRESETS: 'recommended, jenkins' }],
  [
    'CALLBOARD_PRESETS before it',
    { VEECODE_PRESETS: 'demo', CALLBOARD_PRESETS: 'recommended,jenkins' },
  ],
])('reads %s', async (_, env) => {
  const { selected } = await inspectPortalConfig(
    createEnvironment(shippedRoot(), env),
  );
  expect(selected.names).toEqual(['recommended', 'jenkins']);
});

it.each([
  ['github', 'CALLBOARD_PRESETS=recommended,github,github-auth'],
  ['ldap-ad', 'CALLBOARD_PRESETS=recommended,ldap,ldap-ad'],
  ['something', 'the profiles were github-pat, github, gitlab'],
])('names the presets for the profile %s', async (profile, advice) => {
  const { warnings, selected } = await inspectPortalConfig(
    createEnvironment(shippedRoot(), { VEECODE_PROFILE: profile }),
  );
  // Somebody's own portal must not come up as a public trial.
  expect(selected.names).toEqual([]);
  expect(warnings).toEqual([expect.stringContaining(advice)]);
});
