import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { signInAtSandbox } from '@callboard/cli/src/testing/signInAtSandbox';
import { parse } from 'yaml';
import { testData } from '../catalogs/testData';
import { untilEntity } from '../github/stock/fromCatalog';
import { pushFiles } from '../github/stock/git';
import {
  openStockGitHub,
  type StockGitHub,
} from '../github/stock/openStockGitHub';
import { runTemplate } from '../github/stock/runTemplate';
import { repositoryRoot } from '../servers/repositoryRoot';

jest.setTimeout(240_000);

const data = testData('templates');
const KEY = 'gg-c4n4ry-1234567890';
const TEMPLATE = 'backstage-test-template';

/** All files of a folder, by path. */
function filesOf(folder: string): Record<string, string> {
  const found = readdirSync(folder, { recursive: true }) as string[];
  return Object.fromEntries(
    found
      .map(name => join(folder, name))
      .filter(file => statSync(file).isFile())
      .map(file => [relative(folder, file), readFileSync(file, 'utf8')]),
  );
}

(data ? describe : describe.skip)('the template of seed 004, unchanged', () => {
  let stock: StockGitHub;
  let token: string;
  let log: string[];

  beforeAll(async () => {
    stock = await openStockGitHub({ kind: 'callboardGitHub' });
    // What the runners of the example company have.
    const { runner } = parse(
      readFileSync(join(repositoryRoot(), 'examples/sandbox.yaml'), 'utf8'),
    );
    stock.sandbox.organisation.runner = runner;
    token = await signInAtSandbox({
      portalUrl: stock.server.url,
      login: 'olivia',
    });
    await untilEntity(stock, 'template:default/service', {});
    // Where a location of the configuration names github.com, which is the sandbox here.
    await pushFiles({
      url: `${stock.sandbox.url}/acme/templates.git`,
      token: stock.tokenOf('olivia'),
      message: 'The template of seed 004',
      files: {
        ...filesOf(join(data!, `IronCore864__${TEMPLATE}`)),
        // Of the template that was here.
        'skeleton/.github/workflows/build.yaml': null,
      },
    });
    await stock.ask('/api/catalog/refresh', {
      body: { entityRef: 'template:default/service' },
    });
    await untilEntity(stock, `template:default/${TEMPLATE}`, {});
  });
  afterAll(() => stock?.stop());

  it('runs, with the App of the portal', async () => {
    ({ log } = await runTemplate(stock, {
      template: TEMPLATE,
      values: {
        service_name: 'door-times',
        description: 'When doors open',
        owner: 'group:default/web',
        repoUrl: 'github.com?owner=acme&repo=door-times',
        gitguardianApiKey: KEY,
      },
      token,
    }));
    const { id } = stock.credentials.app;
    expect(log.join('\n')).toMatch(
      new RegExp(`Publishing with .+ \\(App ${id}\\) of acme`),
    );
    expect(log.filter(line => /fail|skipping|warn/i.test(line))).toEqual([]);
  });

  it('makes the repository with the files, by one push', async () => {
    const repository = await stock.call('GET /repos/acme/door-times', 'olivia');
    expect(repository).toMatchObject({
      description: 'This is door-times',
      visibility: 'public',
      default_branch: 'main',
    });
    const commits = await stock.call(
      'GET /repos/acme/door-times/commits',
      'olivia',
    );
    expect(commits).toHaveLength(1);
    const tree = await stock.call(
      'GET /repos/acme/door-times/git/trees/main?recursive=1',
      'olivia',
    );
    const skeleton = filesOf(
      join(data!, `IronCore864__${TEMPLATE}`, 'skeleton'),
    );
    expect(
      tree.tree
        .filter(({ type }: { type: string }) => type === 'blob')
        .map(({ path }: { path: string }) => path)
        .sort(),
    ).toEqual(Object.keys(skeleton).sort());
  });

  it('keeps the key that was typed, encrypted, as a secret of the repository', async () => {
    const { id } = await stock.call('GET /repos/acme/door-times', 'olivia');
    const { state } = stock.sandbox.sandbox;
    const { secrets } = state.repositories.get(id)!;
    expect(secrets.map(({ name, value }) => [name, value])).toEqual([
      ['GITGUARDIAN_API_KEY', KEY],
    ]);
  });

  it('has the service in the catalog', async () => {
    const ref = 'component:default/door-times';
    const { metadata, spec } = await untilEntity(stock, ref, {});
    expect(metadata.annotations).toMatchObject({
      'github.com/project-slug': 'acme/door-times',
    });
    expect(spec.owner).toBe('group:default/web');
  });

  it('has a first build that is green', async () => {
    await stock.sandbox.sandbox.settled();
    const { workflow_runs } = await stock.call(
      'GET /repos/acme/door-times/actions/runs',
      'olivia',
    );
    expect(
      workflow_runs
        .map((run: { name: string; conclusion: string }) => [
          run.name,
          run.conclusion,
        ])
        .sort(),
    ).toEqual([
      ['GitGuardian scan', 'success'],
      ['Node.js CI', 'success'],
    ]);
  });

  it('leaves no error behind', () => {
    expect(stock.server.errors).toEqual([]);
    expect(stock.sandbox.errors).toEqual([]);
  });
});
