import { installationToken } from '../../pulls/__testUtils__/installationToken';
import { startWithPull } from '../../pulls/__testUtils__/startWithPull';
import { parseIssueQuery } from './parseIssueQuery';
import { stopCleanly } from '../../testing/stopCleanly';

it('reads qualifiers, quotes and words', () => {
  expect(
    parseIssueQuery('till -label:"needs triage" is:open "not working"'),
  ).toEqual({
    qualifiers: [
      { name: 'label', value: 'needs triage', negated: true },
      { name: 'is', value: 'open', negated: false },
    ],
    words: ['till', 'not working'],
  });
});

describe('over HTTP', () => {
  let acme: Awaited<ReturnType<typeof startWithPull>>;
  beforeAll(async () => {
    acme = await startWithPull({ title: 'Opening hours', body: 'For @olivia' });
    const create = (repository: string, body: object, as: 'mel' | 'olivia') =>
      acme.call(`POST /repos/acme/${repository}/issues`, { as, body });
    await create(
      'shop',
      { title: 'The till is stuck', labels: ['bug'], assignees: ['olivia'] },
      'mel',
    );
    await create('vault', { title: 'A secret till' }, 'olivia');
    await create('shop', { title: 'Old', labels: ['needs triage'] }, 'olivia');
    await acme.call('PATCH /repos/acme/shop/issues/3', {
      as: 'olivia',
      body: { state: 'closed' },
    });
    await acme.call('POST /repos/acme/shop/pulls/1/requested_reviewers', {
      as: 'mel',
      body: { reviewers: ['olivia'] },
    });
  });
  afterAll(() => stopCleanly(acme));

  const search = async (q: string, as?: 'mel' | 'olivia' | 'oscar') =>
    acme.call(`GET /search/issues?q=${encodeURIComponent(q)}&order=asc`, {
      as,
    });

  it.each([
    [
      'org:acme',
      ['Opening hours', 'The till is stuck', 'A secret till', 'Old'],
    ],
    ['repo:acme/shop is:pr', ['Opening hours']],
    ['repo:acme/shop is:issue is:open', ['The till is stuck']],
    ['org:acme till in:title', ['The till is stuck', 'A secret till']],
    ['org:acme -label:bug is:issue', ['A secret till', 'Old']],
    ['label:"needs triage"', ['Old']],
    ['author:mel', ['Opening hours', 'The till is stuck']],
    ['assignee:@me', ['The till is stuck']],
    ['review-requested:olivia', ['Opening hours']],
    ['mentions:olivia', ['Opening hours']],
    ['involves:mel is:issue', ['The till is stuck']],
    ['org:acme no:label is:issue', ['A secret till']],
    ['head:feature base:main', ['Opening hours']],
    ['org:acme is:merged', []],
    [
      'repo:acme/shop repo:acme/vault till',
      ['The till is stuck', 'A secret till'],
    ],
    [
      'org:acme sort:created-desc is:issue is:open',
      ['A secret till', 'The till is stuck'],
    ],
  ])('%s', async (q, titles) => {
    const { body } = await search(q, 'olivia');
    expect(body.items.map(({ title }: { title: string }) => title)).toEqual(
      titles,
    );
    expect(body).toMatchObject({
      total_count: titles.length,
      incomplete_results: false,
    });
  });

  it('finds for Apps what their permissions let them read', async () => {
    const as = async (permissions: Record<string, 'read'>) => {
      const token = installationToken({ ...acme, permissions });
      const { body } = await acme.call('GET /search/issues?q=org:acme+till', {
        token,
      });
      return body.total_count;
    };
    expect(await as({ metadata: 'read' })).toBe(1);
    expect(await as({ metadata: 'read', issues: 'read' })).toBe(2);
  });

  it('finds nothing that is hidden', async () => {
    const { body } = await search('org:acme till', 'oscar');
    expect(body.total_count).toBe(1);
    const hidden = await search('repo:acme/vault', 'oscar');
    expect(hidden.status).toBe(422);
    expect(hidden.body.errors[0].message).toContain(
      'The listed users and repositories cannot be searched',
    );
  });
});
