import { githubAddresses } from '../../hosts/githubAddresses';
import type { GithubHost } from '../../hosts/GithubHost';
import { parseTarget } from './parseTarget';

const hosts = [
  { host: 'github.com' },
  { host: 'ghe.example.com' },
  { host: 'localhost:7008', apiBaseUrl: 'http://localhost:7008/api/v3' },
].map(
  (entry): GithubHost => ({
    title: entry.host,
    origin: 'integrations',
    configKey: 'integrations.github[0]',
    credentials: [],
    ...entry,
    ...githubAddresses(entry),
  }),
);

it.each([
  ['https://github.com', 'github.com'],
  ['https://github.com/', 'github.com'],
  ['https://github.com/acme', 'github.com acme'],
  ['https://GitHub.com/Acme/', 'github.com Acme'],
  ['https://github.com/acme/shop', 'github.com acme shop'],
  ['https://github.com/acme/shop.git', 'github.com acme shop'],
  ['https://github.com/acme/shop/blob/main/a%20b.md', 'github.com acme shop'],
  ['https://github.com/acme/shop/wiki/Page', 'github.com acme shop'],
  ['https://github.com/orgs/acme/teams', 'github.com acme'],
  ['https://github.com/organizations/acme/settings', 'github.com acme'],
  ['github.com/acme/shop', 'github.com acme shop'],
  ['git@github.com:acme/shop.git', 'github.com acme shop'],
  ['ssh://git@ghe.example.com/acme/shop', 'ghe.example.com acme shop'],
  ['ssh://git@localhost:122/acme/shop.git', 'localhost:7008 acme shop'],
  ['git+https://github.com/acme/shop', 'github.com acme shop'],
  ['https://api.github.com/repos/acme/shop/contents', 'github.com acme shop'],
  ['https://api.github.com/orgs/acme', 'github.com acme'],
  ['https://api.github.com/rate_limit', 'github.com'],
  [
    'https://raw.githubusercontent.com/acme/shop/main/x',
    'github.com acme shop',
  ],
  [
    'https://ghe.example.com/api/v3/repos/acme/shop',
    'ghe.example.com acme shop',
  ],
  ['http://localhost:7008/acme/shop', 'localhost:7008 acme shop'],
  ['http://localhost:7008/api/v3/users/mel/repos', 'localhost:7008 mel'],
  ['http://localhost:7009/acme/shop', 'no host'],
  ['https://gist.github.com/acme/1', 'no host'],
  ['https://github.com.evil.example/acme', 'no host'],
  ['file:///etc/passwd', 'no host'],
  ['%%', 'no host'],
  ['', 'no host'],
])('%s is about %s', (url, expected) => {
  const found = parseTarget({ url, hosts });
  const { host = 'no host', owner, repository } = found?.target ?? {};
  expect([host, owner, repository].filter(Boolean).join(' ')).toBe(expected);
  expect(found?.host.host ?? 'no host').toBe(host);
});
