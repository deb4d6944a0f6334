import { startTestSandbox } from '../testing/startTestSandbox';
import { stopCleanly } from '../testing/stopCleanly';
import { runQuery } from './__testUtils__/runQuery';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => stopCleanly(sandbox));

it('agrees with REST about which release is the latest', async () => {
  const release = (tag: string, latest: string) =>
    sandbox.call('POST /repos/acme/shop/releases', {
      as: 'mel',
      body: { tag_name: tag, make_latest: latest },
    });
  await release('v1', 'true');
  await release('v2-beta', 'false');
  const rest = await sandbox.call('GET /repos/acme/shop/releases/latest');
  const { body } = await runQuery(sandbox, {
    query: `{ repository(owner: "acme", name: "shop") {
      latestRelease { tagName }
      releases(first: 9) { nodes { tagName isLatest } }
    } }`,
  });
  const { latestRelease, releases } = body.data.repository;

  expect(rest.body.tag_name).toBe('v1');
  expect(latestRelease.tagName).toBe('v1');
  expect(releases.nodes).toEqual(
    expect.arrayContaining([
      { tagName: 'v1', isLatest: true },
      { tagName: 'v2-beta', isLatest: false },
    ]),
  );
});
