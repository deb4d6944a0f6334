// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import { createOrganisation } from './mirror/createOrganisation';
import { runCatalog } from './mirror/runCatalog';

jest.setTimeout(240_000);

type Run = Awaited<ReturnType<typeof runCatalog>>;

describe("the catalog of acme's repositories", () => {
  let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
  let stock: Run;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    createOrganisation(sandbox);
    stock = await runCatalog({ kind: 'stockGitHub', sandbox });
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  it('has in stock what the test is about', () => {
    expect(Object.keys(stock.entities)).toEqual(
      expect.arrayContaining(
        [
          ...['plain', 'related', 'first', 'lib-one', 'lib-two', 'more'],
          ...['elsewhere', 'service-one', 'service-two', 'forked', 'old'],
          ...['trunked', 'tagged', 'large', 'spoken', 'windows'],
        ].map(name => expect.stringMatching(`^component:default/${name}$`)),
      ),
    );
    expect(stock.errors.length).toBeGreaterThanOrEqual(3);
  });

  describe.each(['stockMirrorGitHub', 'mirrorGitHub'] as const)('%s', kind => {
    let ours: Run;
    beforeAll(async () => {
      ours = await runCatalog({ kind, sandbox });
    });

    it('has the same entities, with the same annotations, locations and relations', () => {
      expect(ours.entities).toEqual(stock.entities);
    });

    it('says the same of what is wrong', () => {
      expect(ours.errors).toEqual(stock.errors);
    });

    it('asks for pages, and beside them for what no page has', () => {
      expect(countOf(ours.requests)).toEqual({
        // One for all repositories with all paths of all sources, and one for what a pattern has found.
        'POST /graphql': 2,
        // Repositories that a source with a pattern lets in; and one whose own descriptor has a pattern.
        'GET /repos/{owner}/{repo}/git/trees/{tree_sha}': 3,
        'GET /repos/{owner}/{repo}/commits/{ref}/status': 1,
        'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': 2,
        // The API's text, the two targets of a location that are files, and one that is not there.
        'GET /repos/{owner}/{repo}/contents/{path}': 4,
      });
      expect(ours.requests.length).toBeLessThan(stock.requests.length / 3);
    });
  });
});

/** How often each route was asked, but for credentials. */
function countOf(requests: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of requests.filter(route => !route.includes(' /app/'))) {
    counts[each] = (counts[each] ?? 0) + 1;
  }
  return counts;
}
