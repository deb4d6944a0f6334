import type { GithubHost } from '../hosts/GithubHost';
import { createGithubMatcher } from './createGithubMatcher';

const entry = (values: Partial<GithubHost>): GithubHost => ({
  host: 'github.com',
  title: 'GitHub',
  apiBaseUrl: 'https://api.github.com',
  graphqlUrl: 'https://api.github.com/graphql',
  webUrl: 'https://github.com',
  origin: 'integrations',
  configKey: 'integrations.github[0]',
  credentials: [],
  ...values,
});
const enterprise = entry({
  host: 'ghe.acme.example',
  apiBaseUrl: 'https://ghe.acme.example/api/v3',
  webUrl: 'https://ghe.acme.example',
});
/** The API at the root, as the sandbox has it besides. */
const rooted = entry({
  host: 'localhost:7008',
  apiBaseUrl: 'http://localhost:7008',
  webUrl: 'http://localhost:7008',
});

const match = createGithubMatcher({
  hosts: () => [entry({}), enterprise, rooted],
});

it.each([
  ['api.github.com', '/repos/a/b', 'github.com api'],
  ['API.github.com', '/graphql', 'github.com api'],
  ['uploads.github.com', '/repos/a/b/releases/1/assets', 'github.com api'],
  ['github.com', '/a/b.git/info/refs', 'github.com web'],
  ['github.com', '/login/oauth/access_token', 'github.com web'],
  ['raw.githubusercontent.com', '/a/b/main/x', 'github.com raw'],
  ['codeload.github.com', '/a/b/tar.gz/main', 'github.com raw'],
  ['ghe.acme.example', '/api/v3/repos/a/b', 'ghe.acme.example api'],
  ['ghe.acme.example', '/api/graphql', 'ghe.acme.example api'],
  ['ghe.acme.example', '/api/uploads/repos/a/b', 'ghe.acme.example api'],
  ['ghe.acme.example', '/repos/b.git/info/refs', 'ghe.acme.example web'],
  ['ghe.acme.example', '/api/other', 'ghe.acme.example web'],
  ['localhost:7008', '/repos/a/b', 'localhost:7008 api'],
  ['localhost:7008', '/api/v3/repos/a/b', 'localhost:7008 api'],
  ['localhost:7008', '/graphql', 'localhost:7008 api'],
  ['localhost:7008', '/a/b.git/info/refs', 'localhost:7008 web'],
  ['localhost:7008', '/repos/b.git/info/refs', 'localhost:7008 web'],
  ['localhost:7008', '/login/oauth/authorize', 'localhost:7008 web'],
])('%s%s', (host, path, expected) => {
  const { host: found, part } = match(host, path)!;
  expect(`${found} ${part}`).toBe(expected);
});

it.each(['example.com', 'localhost', 'localhost:7009', 'api.github.com:444'])(
  'leaves %s alone',
  host => {
    expect(match(host, '/repos/a/b')).toBeUndefined();
  },
);

it.each([
  ['/api/v3/repos/a/b', 'localhost:7008 api'],
  ['/repos/a/b', 'github.com api'],
  ['/graphql', 'github.com api'],
  ['/raw/a/b/main/x', 'localhost:7008 raw'],
  ['/a/b.git/info/refs', 'localhost:7008 web'],
])(
  'tells two GitHubs at one address apart by the path: %s',
  (path, expected) => {
    const shared = createGithubMatcher({
      hosts: () => [
        entry({
          host: 'localhost:7008',
          apiBaseUrl: 'http://localhost:7008/api/v3',
          webUrl: 'http://localhost:7008',
          rawBaseUrl: 'http://localhost:7008/raw',
        }),
        entry({ apiBaseUrl: 'http://localhost:7008' }),
      ],
    });
    const { host, part } = shared('localhost:7008', path)!;
    expect(`${host} ${part}`).toBe(expected);
  },
);

it('follows the configuration', () => {
  let hosts = [enterprise];
  const changing = createGithubMatcher({ hosts: () => hosts });
  expect(changing('api.github.com', '/')).toBeUndefined();
  hosts = [entry({})];
  expect(changing('api.github.com', '/')).toEqual({
    host: 'github.com',
    part: 'api',
  });
  expect(changing('ghe.acme.example', '/api/v3/')).toBeUndefined();
});

it('looks at the configured hosts once, however many requests there are', () => {
  const read = jest.fn(() => 'https://github.com');
  const hosts = [
    Object.defineProperty(entry({}), 'webUrl', { get: read }),
  ] as GithubHost[];
  const matching = createGithubMatcher({ hosts: () => hosts });
  matching('example.com', '/');
  const { length } = read.mock.calls;
  expect(length).toBeGreaterThan(0);
  matching('example.com', '/');
  matching('github.com', '/a/b');
  expect(read).toHaveBeenCalledTimes(length);
});
