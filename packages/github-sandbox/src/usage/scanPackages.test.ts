import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findLooseAddresses } from './__testUtils__/findLooseAddresses';
import { findQueries } from './__testUtils__/findQueries';
import { findRoutes } from './__testUtils__/findRoutes';
import { listPackages } from './__testUtils__/listPackages';
import { parseSource, readSources } from './__testUtils__/readSources';

const templates = [
  'GET /repos/{owner}/{repo}/contents/{path}',
  'POST /app-manifests/{code}/conversions',
];

function routesOf(text: string): string[] {
  return findRoutes({
    tree: parseSource({ name: 'a.js', text }),
    tables: [
      ({ namespace, name }) =>
        namespace === 'repos' && name === 'get' ? 'GET /repo' : undefined,
    ],
    templates,
  });
}

describe('routes', () => {
  it.each([
    'await client.rest.repos.get({ owner })',
    'this.octokit.repos.get()',
    'client.paginate(client.rest.repos.get, {})',
  ])('maps the method of %s', text => {
    expect(routesOf(text)).toEqual(['GET /repo']);
  });

  it.each([
    [
      'octokit.request("HEAD /repos/{owner}/{repo}/contents/:path")',
      'HEAD /repos/{owner}/{repo}/contents/{path}',
    ],
    [
      'request.request(`POST /app-manifests/${encodeURIComponent(a.b)}/conversions`)',
      'POST /app-manifests/{code}/conversions',
    ],
    ['oauthRequest(request, "POST /device", {})', 'POST /device'],
    ['app.paginate.iterator("GET /app/x")', 'GET /app/x'],
    ['const route = "GET /x"; octokit.request(route)', 'GET /x'],
  ])('reads the route of %s', (text, route) => {
    expect(routesOf(text)).toEqual([route]);
  });

  it.each([
    'client.rest.repos.unknown()',
    'client.rest.others.get()',
    'repos.get()',
    'const list = ["GET /x"]',
    'logger.info("GET /x")',
    'octokit.request(route)',
  ])('finds none in %s', text => {
    expect(routesOf(text)).toEqual([]);
  });
});

function queriesOf(text: string) {
  return findQueries({ tree: parseSource({ name: 'a.js', text }) });
}

describe('queries', () => {
  it('takes both forms of a query with a part that is there or not', () => {
    expect(
      queriesOf(`
        function people(all) {
          const more = all && x ? "email" : "";
          return client(\`
            query people($org: String!) {
              user { id \${more} }
            }\`);
        }`),
    ).toEqual([
      {
        name: 'people',
        definedIn: 'people',
        text: 'query people($org: String!) {\n  user { id email }\n}',
      },
      {
        name: 'people',
        definedIn: 'people',
        text: 'query people($org: String!) {\n  user { id  }\n}',
      },
    ]);
  });

  it('names a query without a name by the constant that holds it', () => {
    expect(queriesOf('const ME = "query { viewer { id } }";')).toEqual([
      { name: null, definedIn: 'ME', text: 'query { viewer { id } }' },
    ]);
  });

  it.each([
    'function f(part) { return `query { a ${part} }`; }',
    'const part = "b"; function f(part) { return `query { a ${part} }`; }',
    'let part = "b"; const q = `query { a ${part} }`;',
    'const f = part => `query a(${part.join(", ")}) { b }`;',
  ])('does not guess what it cannot know in %s', text => {
    expect(() => queriesOf(text)).toThrow('cannot be read off its file');
  });

  it('leaves those alone that a known function puts together', () => {
    expect(
      findQueries({
        tree: parseSource({
          name: 'a.js',
          text: 'function f(part) { return `query { a ${part} }`; }',
        }),
        assembledIn: ['f'],
      }),
    ).toEqual([]);
  });

  it('leaves prose and other braces alone', () => {
    expect(queriesOf('f("query is wrong", "queryOf {", `mutations`)')).toEqual(
      [],
    );
  });
});

it('finds addresses that are put together, but no routes, packages or prose', () => {
  const text = `
    import a from '@octokit/graphql';
    fetch(\`\${base}/repos/\${name}\`);
    octokit.request('GET /repos/{owner}');
    log('asked /repos/ for it');
    require('@octokit/graphql');`;
  expect(
    findLooseAddresses({ tree: parseSource({ name: 'a.js', text }) }),
  ).toEqual(['`${base}/repos/${name}`']);
});

describe('packages', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'usage-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  function write(file: string, content: unknown): void {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(
      path,
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  }

  it('are those with a client of GitHub and the clients themselves, in the version that each gets', () => {
    write('node_modules/@backstage/a/package.json', {
      name: '@backstage/a',
      dependencies: { '@octokit/x': '1', '@octokit/openapi-types': '1' },
    });
    write('node_modules/@backstage/a/node_modules/@octokit/x/package.json', {
      name: '@octokit/x',
    });
    write('node_modules/@backstage/b/package.json', {
      name: '@backstage/b',
      devDependencies: { octokit: '1' },
    });
    write('plugins/c/package.json', {
      name: '@callboard/c',
      dependencies: { '@octokit/x': '2', '@octokit/missing': '1' },
    });
    write('node_modules/@octokit/x/package.json', { name: '@octokit/x' });
    expect(
      listPackages({ root }).map(({ directory }) =>
        directory.slice(root.length + 1),
      ),
    ).toEqual([
      'node_modules/@backstage/a',
      'plugins/c',
      'node_modules/@backstage/a/node_modules/@octokit/x',
      'node_modules/@octokit/x',
    ]);
  });

  it('are read without tests, without what is built twice and without what has nothing to do with GitHub', () => {
    const code = 'new Octokit();';
    write('dist/a.cjs.js', code);
    write('dist/a.esm.js', code);
    write('dist/b.esm.js', code);
    write('dist/c.cjs.js', 'other();');
    write('src/d.ts', code);
    write('src/d.test.ts', code);
    write('src/__testUtils__/e.ts', code);
    const filesOf = (own: boolean) =>
      readSources({
        package: { name: 'p', directory: root, own, dependencies: [] },
      }).map(({ file }) => file);
    expect(filesOf(false)).toEqual(['dist/a.cjs.js', 'dist/b.esm.js']);
    expect(filesOf(true)).toEqual(['src/d.ts']);
  });
});
