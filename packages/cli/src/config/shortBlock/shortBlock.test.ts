import { inspectPortalConfig } from '../loadPortalConfig';
import { createEnvironment } from '../../testing/createEnvironment';
import { shippedRoot } from '../../testing/shippedRoot';
import { variablesFor } from '../../testing/variablesFor';

jest.setTimeout(30_000);

const SHORT = `
catalog:
  syncStrategy: incremental
  fallbackFullSyncInterval: 24h
  providers:
    github:
      baseUrl: https://github.enterprise.example.com
      token: \${GHE_BOT_TOKEN}
      org: your-ghe-org
      schedule:
        frequency: { minutes: 5 }
        timeout: { minutes: 10 }
`;

function inspect(more = '') {
  return inspectPortalConfig(
    createEnvironment(
      shippedRoot({ 'app-config.local.yaml': `${SHORT}${more}` }),
      { ...variablesFor(['postgres']), GHE_BOT_TOKEN: 'ghp_of_the_block' },
      { presets: ['postgres'] },
    ),
  );
}

const integrationsWith = (token: string) => `
integrations:
  github:
    - host: github.enterprise.example.com
      token: ${token}
`;

it('works as written, and suggests the long form', async () => {
  const { config, problems, warnings } = await inspect();
  expect(problems).toEqual([]);
  expect(warnings).toEqual([
    expect.stringContaining(
      'integrations: {github: [{host: github.enterprise.example.com, token: ${GHE_BOT_TOKEN}}]} and catalog: {providers: {github: {default: {host: github.enterprise.example.com, organization: your-ghe-org, schedule: ...}}}}',
    ),
  ]);
  expect(JSON.stringify(warnings)).not.toContain('ghp_of_the_block');
  expect(config.getOptional('integrations.github')).toEqual([
    { host: 'github.enterprise.example.com', token: 'ghp_of_the_block' },
  ]);
});

it('leaves a token that is there, and refuses to start with two', async () => {
  const same = await inspect(integrationsWith('ghp_of_the_block'));
  expect(same.problems).toEqual([]);

  const { config, problems } = await inspect(integrationsWith('ghp_other'));
  expect(config.getOptional('integrations.github')).toEqual([
    { host: 'github.enterprise.example.com', token: 'ghp_other' },
  ]);
  expect(problems).toEqual([
    expect.objectContaining({
      code: 'config-github-block',
      problem: expect.stringContaining('integrations.github[0].token'),
      where: expect.stringContaining('app-config.local.yaml:8:'),
    }),
  ]);
  expect(JSON.stringify(problems)).not.toContain('ghp_');
});

it('says what is wrong in it', async () => {
  const { problems, warnings } = await inspectPortalConfig(
    createEnvironment(
      shippedRoot({
        'app-config.local.yaml':
          'catalog: {providers: {github: {baseUrl: github.example.com, org: acme}}}',
      }),
      variablesFor(['postgres']),
      { presets: ['postgres'] },
    ),
  );
  expect(warnings).toEqual([]);
  expect(problems).toEqual([
    expect.objectContaining({
      problem: expect.stringContaining('catalog.providers.github.baseUrl'),
      remedy: expect.stringContaining('integrations.github'),
    }),
  ]);
});
