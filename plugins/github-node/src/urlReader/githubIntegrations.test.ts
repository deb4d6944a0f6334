import { ConfigReader } from '@backstage/config';
import type { GithubHost } from '../hosts/GithubHost';
import { githubIntegrations } from './githubIntegrations';

const host = (name: string) =>
  ({
    host: name,
    apiBaseUrl: `https://${name}/api/v3`,
    rawBaseUrl: undefined,
  } as Partial<GithubHost> as GithubHost);

it('knows the hosts of this package, and all others as stock does', () => {
  const config = new ConfigReader({
    integrations: {
      github: [
        { host: 'ghe.test', apiBaseUrl: 'https://ghe.test/first', token: 't' },
        { host: 'ignored.test', apiBaseUrl: 'https://ignored.test/api' },
      ],
      gitea: [{ host: 'gitea.test' }],
    },
  });
  const { github, gitea } = githubIntegrations({
    config,
    hosts: [host('ghe.test'), host('other.test')],
  });
  const apiOf = (name: string) => github.byHost(name)?.config.apiBaseUrl;
  expect(apiOf('ghe.test')).toBe('https://ghe.test/api/v3');
  expect(github.byHost('ghe.test')?.config.token).toBeUndefined();
  expect(apiOf('other.test')).toBe('https://other.test/api/v3');
  expect(apiOf('ignored.test')).toBe('https://ignored.test/api');
  expect(apiOf('github.com')).toBe('https://api.github.com');
  expect(gitea.byHost('gitea.test')).toBeDefined();
});

it('is what stock has where nothing is configured', () => {
  const { github } = githubIntegrations({
    config: new ConfigReader({}),
    hosts: [],
  });
  expect(github.list().map(({ config }) => config.host)).toEqual([
    'github.com',
  ]);
});
