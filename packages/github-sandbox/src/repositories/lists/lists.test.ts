import { newRepository } from '../../core/records/newRepository';
import { issueToken } from '../../access/issueToken';
import { stopCleanly } from '../../testing/stopCleanly';
import { startTestSandbox } from '../../testing/startTestSandbox';

let test: Awaited<ReturnType<typeof startTestSandbox>>;

beforeEach(async () => {
  test = await startTestSandbox();
});
afterEach(() => stopCleanly(test));

async function names(path: string, as?: 'olivia' | 'mel' | 'oscar') {
  const { body } = await test.call(`GET ${path}`, { as });
  return body.map((one: { full_name: string }) => one.full_name).sort();
}

describe('repositories of an organisation', () => {
  it('are those that the viewer may see', async () => {
    const everything = ['acme/empty', 'acme/shop', 'acme/vault'];
    expect(await names('/orgs/acme/repos')).toEqual([
      'acme/empty',
      'acme/shop',
    ]);
    expect(await names('/orgs/acme/repos', 'oscar')).toEqual([
      'acme/empty',
      'acme/shop',
    ]);
    expect(await names('/orgs/acme/repos', 'olivia')).toEqual(everything);
    expect(await names('/orgs/acme/repos?type=private', 'olivia')).toEqual([
      'acme/vault',
    ]);
    expect(await names('/users/acme/repos', 'olivia')).toEqual(everything);
  });

  it('are sorted and paged', async () => {
    for (let count = 1; count <= 5; count += 1) {
      test.sandbox.clock.advance({ ms: 1000 });
      newRepository({
        sandbox: test.sandbox,
        owner: test.organisation,
        name: `r${count}`,
      });
    }
    const { body, headers } = await test.call(
      'GET /orgs/acme/repos?sort=created&direction=desc&per_page=2&page=2',
    );
    expect(body.map(({ name }: { name: string }) => name)).toEqual([
      'r3',
      'r2',
    ]);
    expect(headers.get('link')).toContain('page=3>; rel="next"');
    expect(headers.get('link')).toContain('page=4>; rel="last"');
    const byName = await test.call(
      'GET /orgs/acme/repos?sort=full_name&per_page=1',
    );
    expect(byName.body[0].name).toBe('empty');
  });
});

it('says which organisations are left out for want of single sign-on', async () => {
  test.organisation.samlEnforced = true;
  for (const path of ['user/repos', 'search/repositories?q=shop']) {
    const { headers } = await test.call(`GET /${path}`, { as: 'mel' });
    expect(headers.get('x-github-sso')).toBe(
      `partial-results; organizations=${test.organisation.id}`,
    );
  }
});

describe('repositories of a person', () => {
  beforeEach(() => {
    newRepository({
      sandbox: test.sandbox,
      owner: test.mel,
      name: 'diary',
      values: { visibility: 'private' },
    });
    test.vault.collaborators.push({
      userId: test.oscar.id,
      permission: 'pull',
    });
  });

  it('are their own, and those that they work on', async () => {
    expect(await names('/user/repos', 'mel')).toEqual(
      expect.arrayContaining(['acme/shop', 'mel/diary']),
    );
    expect(await names('/user/repos?affiliation=owner', 'mel')).toEqual([
      'mel/diary',
    ]);
    expect(await names('/user/repos?type=member', 'mel')).not.toContain(
      'mel/diary',
    );
    expect(await names('/user/repos', 'oscar')).toEqual(['acme/vault']);
    expect(await names('/user/repos?visibility=public', 'oscar')).toEqual([]);
  });

  it('do not show private ones to others', async () => {
    expect(await names('/users/mel/repos', 'olivia')).toEqual([]);
    expect((await test.call('GET /users/nobody/repos')).status).toBe(404);
  });

  it('cannot be asked for by an installation, or both ways at once', async () => {
    const { secret } = issueToken({
      sandbox: test.sandbox,
      kind: 'installation',
      values: { installationId: test.installation.id },
    });
    const installation = await test.call('GET /user/repos', { token: secret });
    expect(installation.status).toBe(403);
    const both = await test.call('GET /user/repos?type=all&affiliation=owner', {
      as: 'mel',
    });
    expect(both.status).toBe(422);
  });
});
