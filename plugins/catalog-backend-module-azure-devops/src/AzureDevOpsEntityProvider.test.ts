import { mockServices } from '@backstage/backend-test-utils';
import {
  DefaultAzureDevOpsCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { AzureDevOpsEntityProvider } from './AzureDevOpsEntityProvider';
import {
  type AzureDevOps,
  answerJson,
  startAzureDevOps,
} from './__testUtils__/startAzureDevOps';
import { createSearchResult } from './__testUtils__/createSearchResult';
import { readSources } from './readSources';

let azure: AzureDevOps;

beforeEach(async () => {
  azure = await startAzureDevOps();
  azure.tokens = { fabrikam: 'token-f', contoso: 'token-c' };
});
afterEach(() => azure.stop());

const FILE = {
  organization: 'fabrikam',
  project: 'Shop',
  repository: 'web',
  path: '/catalog-info.yaml',
};

function createFiles(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    ...FILE,
    repository: `service-${index}`,
  }));
}

/** Runs the first of the configured sources once. */
async function refresh(source: object) {
  const config = mockServices.rootConfig({
    data: {
      integrations: {
        azure: [
          {
            host: 'dev.azure.com',
            credentials: [
              { organizations: ['fabrikam'], personalAccessToken: 'token-f' },
              { organizations: ['contoso'], personalAccessToken: 'token-c' },
            ],
          },
          {
            host: 'ado.example.com',
            credentials: [{ personalAccessToken: 'token-f' }],
          },
        ],
      },
      catalog: {
        providers: {
          azureDevOps: { one: { organization: 'fabrikam', ...source } },
        },
      },
    },
  });
  const integrations = ScmIntegrations.fromConfig(config);
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const connection = { applyMutation: jest.fn(), refresh: jest.fn() };

  const provider = new AzureDevOpsEntityProvider({
    source: readSources({ config, integrations })[0],
    credentials:
      DefaultAzureDevOpsCredentialsProvider.fromIntegrations(integrations),
    logger,
    fetch: azure.fetch,
    taskRunner: { run: task => task.fn(new AbortController().signal) as any },
  });
  await provider.connect(connection);

  const [mutation] = connection.applyMutation.mock.calls.at(0) ?? [];
  return {
    mutation,
    targets: mutation?.entities.map((each: any) => each.entity.spec.target),
    error: logger.error.mock.calls.at(0)?.[0],
  };
}

describe('what it finds', () => {
  it('puts a location into the catalog, as the stock provider does', async () => {
    azure.files = [FILE];
    const target =
      'https://dev.azure.com/fabrikam/Shop/_git/web?path=/catalog-info.yaml';

    expect((await refresh({ project: 'Shop' })).mutation).toEqual({
      type: 'full',
      entities: [
        {
          locationKey: 'AzureDevOpsEntityProvider:one',
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Location',
            metadata: {
              name: expect.stringMatching(/^generated-[0-9a-f]{40}$/),
              annotations: {
                'backstage.io/managed-by-location': `url:${target}`,
                'backstage.io/managed-by-origin-location': `url:${target}`,
              },
            },
            spec: { type: 'url', target, presence: 'required' },
          },
        },
      ],
    });
    expect(azure.searches).toEqual([
      {
        url: 'almsearch.dev.azure.com/fabrikam/_apis/search/codesearchresults?api-version=6.0-preview.1',
        body: {
          searchText: 'path:/catalog-info.yaml repo:* proj:Shop',
          $orderBy: [{ field: 'path', sortOrder: 'ASC' }],
          $skip: 0,
          $top: 1000,
        },
      },
    ]);
  });

  it('asks each organization with its own token', async () => {
    azure.files = [FILE, { ...FILE, organization: 'contoso' }];
    expect((await refresh({ organization: 'contoso' })).targets).toEqual([
      'https://dev.azure.com/contoso/Shop/_git/web?path=/catalog-info.yaml',
    ]);
    expect((await refresh({ organization: 'fabrikam' })).targets).toEqual([
      'https://dev.azure.com/fabrikam/Shop/_git/web?path=/catalog-info.yaml',
    ]);
  });

  it('asks Azure DevOps Server itself', async () => {
    azure.files = [FILE];
    expect((await refresh({ host: 'ado.example.com' })).targets).toEqual([
      'https://ado.example.com/fabrikam/Shop/_git/web?path=/catalog-info.yaml',
    ]);
    expect(azure.searches[0].url).toMatch(/^ado\.example\.com\/fabrikam\//);
  });

  it('narrows by project, repository, path and branch', async () => {
    const path = '/src/api/catalog.yaml';
    azure.files = [
      FILE,
      { ...FILE, project: 'C# tools & more', repository: 'svc-a', path },
      { ...FILE, project: 'C# tools & more', repository: 'other', path },
    ];
    const { targets } = await refresh({
      project: 'C# tools & more',
      repository: 'svc-*',
      path: '/src/*/catalog.yaml',
      branch: 'release/1',
    });

    expect(targets).toEqual([
      'https://dev.azure.com/fabrikam/C%23%20tools%20%26%20more/_git/svc-a?path=/src/api/catalog.yaml&version=GBrelease/1',
    ]);
    expect(azure.searches[0].body).toMatchObject({
      searchText: 'path:/src/*/catalog.yaml repo:svc-* proj:"C# tools & more"',
      filters: { Branch: ['release/1'] },
    });
  });

  it('reads every page before it changes the catalog', async () => {
    azure.files = createFiles(2300);
    expect((await refresh({})).targets).toHaveLength(2300);
    expect(azure.searches.map(({ body }) => body.$skip)).toEqual([
      0, 1000, 2000,
    ]);
  });

  it('takes pages that are smaller than it asked for', async () => {
    azure.files = createFiles(5);
    azure.maxPageSize = 2;
    expect((await refresh({})).targets).toHaveLength(5);
  });

  it('takes a file that the search names twice once, and leaves out TFVC', async () => {
    azure.files = [FILE, FILE, { ...FILE, repository: '$/Old', type: 'tfvc' }];
    expect((await refresh({})).targets).toHaveLength(1);
  });

  it('empties the catalog when the project has no file any more', async () => {
    azure.emptyProjects = [{ organization: 'fabrikam', project: 'My Shop' }];
    for (const project of ['*', 'my*', 'My Shop', '"My Shop"']) {
      const { mutation, error } = await refresh({ project });
      expect(error).toBeUndefined();
      expect(mutation).toEqual({ type: 'full', entities: [] });
    }
  });
});

describe('what it does not believe', () => {
  const status = (code: number, body?: object) => (res: any) =>
    body ? answerJson(res, body, code) : res.writeHead(code).end();

  it.each([
    ['401', [status(401)], /answered 401\. The token is refused: .*fabrikam/],
    [
      'the page for signing in',
      [(res: any) => res.writeHead(302, { location: '/_signin' }).end()],
      /answered 302\. The token is refused/,
    ],
    [
      'a page with 203',
      [(res: any) => res.writeHead(203).end('<html>Sign in</html>')],
      /answered 203\. The token is refused/,
    ],
    [
      '403',
      [status(403, { message: 'TF400813: not authorized' })],
      /Code \(Read\).* Its message: TF400813: not authorized/,
    ],
    ['404', [status(404)], /extension Code Search is installed/],
    ['429', [status(429)], /asked again at the next run/],
    ['500', [status(500)], /answered 500.*asked again at the next run/],
    [
      'a page with 200',
      [(res: any) => res.writeHead(200).end('<html>Proxy</html>')],
      /answered 200 without JSON/,
    ],
    ['the JSON of something else', [status(200, { ok: true })], /has no count/],
    [
      'a result without a repository',
      [status(200, { count: 1, results: [{ path: '/a' }] })],
      /has no count/,
    ],
    ['a broken connection', [(res: any) => res.destroy()], /cannot be read/],
    [
      'an index that is being built',
      [status(200, { count: 0, results: [], infoCode: 7 })],
      /infoCode 7 \(the organization is being indexed\)/,
    ],
    [
      'nothing, with a code that nobody documents',
      [status(200, { count: 0, results: [], infoCode: 16 })],
      /infoCode 16 \(undocumented\)/,
    ],
    ['500 for the second page', [undefined, status(500)], /answered 500/],
    [
      '400 for a page too far',
      [undefined, status(400)],
      /only the first few thousand files/,
    ],
    [
      'an empty second page',
      [undefined, status(200, { count: 5, results: [], infoCode: 0 })],
      /gave 2 of 5 files/,
    ],
    [
      'a second page that repeats the first',
      [
        undefined,
        status(200, {
          count: 5,
          results: [createSearchResult(createFiles(1)[0])],
        }),
      ],
      /no consistent next page/,
    ],
    [
      'a second page of another result',
      [undefined, status(200, { count: 1, results: [] })],
      /no consistent next page/,
    ],
  ])('%s', async (_, next, expected) => {
    azure.files = createFiles(5);
    azure.maxPageSize = 2;
    azure.next = next;

    const { mutation, error } = await refresh({});
    expect(mutation).toBeUndefined();
    expect(error).toMatch(/^AzureDevOpsEntityProvider:one changed nothing\. /);
    expect(error).toMatch(expected);
    expect(error).not.toContain('token-f');
  });

  it('nothing, for a token that sees nothing of the project', async () => {
    azure.emptyProjects = [{ organization: 'fabrikam', project: 'Other' }];
    const { mutation, error } = await refresh({ project: 'Shop' });
    expect(mutation).toBeUndefined();
    expect(error).toMatch(/see no repository of .*, project "Shop"/);
  });

  it('a server that is away', async () => {
    await azure.stop();
    const { mutation, error } = await refresh({});
    expect(mutation).toBeUndefined();
    expect(error).toMatch(/cannot be read \(ECONNREFUSED\)/);
  });
});
