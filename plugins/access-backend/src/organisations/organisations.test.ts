import { OPERATOR, READER, startSources } from './__testUtils__/startSources';

const LDAP = 'LdapOrgEntityProvider:default';
const TASKS = 'catalog /.backstage/scheduler/v1/tasks';
const TRIGGER = `${TASKS}/${LDAP}:refresh/trigger`;
const ldapOrg = {
  default: {
    target: 'ldap://ldap.test',
    bind: { dn: 'cn=admin', secret: 'hunter2' },
  },
};
const tasks = (taskState: object = { status: 'idle' }) => ({
  tasks: [
    { taskId: `${LDAP}:refresh`, settings: { cadence: 'PT1H' }, taskState },
    { taskId: 'cron', settings: { cadence: '0 * * * *' }, taskState: null },
  ],
});

describe('/api/access/organisations', () => {
  let portal: Awaited<ReturnType<typeof startSources>> | undefined;
  afterEach(async () => {
    await portal?.stop();
    portal = undefined;
  });
  const start = async (options: Parameters<typeof startSources>[0]) => {
    portal = await startSources(options);
    return portal;
  };

  it('has no sources where none is configured', async () => {
    const { get } = await start({});
    const { body } = await get();
    expect(body).toEqual({ sources: [], mayManage: true });
  });

  it('refuses those who are no operators', async () => {
    const { get, sync, requests } = await start({ providers: { ldapOrg } });
    expect((await get(READER)).status).toBe(403);
    expect((await sync(LDAP, READER)).status).toBe(403);
    expect(requests).toEqual([]);
  });

  it('shows a source that was not read yet, and when it will be', async () => {
    const { sources } = await start({
      providers: { ldapOrg },
      answers: {
        [TASKS]: tasks({ status: 'idle', startsAt: '2026-11-26T11:00:00Z' }),
      },
    });
    expect(await sources()).toEqual([
      {
        id: LDAP,
        kind: 'ldap',
        title: 'LDAP directory ldap://ldap.test',
        configKey: 'catalog.providers.ldapOrg.default',
        schedule: { everyMs: 3_600_000, nextAt: '2026-11-26T11:00:00.000Z' },
        syncs: [],
        invalid: [],
        invalidCount: 0,
        troubles: [],
        canSync: true,
      },
    ]);
  });

  it('writes down what sources do, and shows it with what the catalog has', async () => {
    const { sources, observe } = await start({
      providers: { ldapOrg },
      answers: {
        [TASKS]: tasks({
          status: 'running',
          startedAt: '2026-11-26T10:00:00Z',
        }),
      },
      catalog: {
        countOf: name =>
          name === LDAP ? { users: 3, groups: 1 } : { users: 0, groups: 0 },
        invalid: async () => [
          { providerName: LDAP, entityRef: 'user:a/x', message: 'no name' },
          { providerName: 'other', entityRef: 'user:a/y', message: 'no' },
        ],
      },
    });
    const names = Array.from({ length: 60 }, (_, i) => `user:default/u${i}`);
    await observe({
      providerName: LDAP,
      people: { users: 60, added: ['group:default/a', ...names] },
    });
    await observe({ providerName: LDAP, error: 'bind with hunter2 failed' });
    const [source] = await sources();
    expect(source).toMatchObject({
      users: 3,
      groups: 1,
      schedule: { runningSince: '2026-11-26T10:00:00.000Z' },
      lastSync: { outcome: 'failed', error: 'bind with *** failed' },
      lastChange: { outcome: 'read', added: { count: 61, users: 60 } },
      invalid: [{ entityRef: 'user:a/x', message: 'no name' }],
      invalidCount: 1,
      troubles: [{ kind: 'failed' }, { kind: 'invalid' }],
    });
    expect(source.lastChange?.added.names).toHaveLength(50);
    expect(source.lastReadAt).toBe(source.lastChange?.endedAt);
  });

  it('takes in others that bring people, as long as some are there', async () => {
    const { sources, observe } = await start({
      catalog: {
        countOf: name => ({ users: name === 'custom' ? 1 : 0, groups: 0 }),
      },
    });
    await observe({ providerName: 'custom', people: { added: ['user:a/b'] } });
    await observe({ providerName: 'gone', people: { removed: ['user:a/c'] } });
    await observe({ providerName: 'projects', people: {} });
    await observe({ providerName: 'projects', error: 'away' });
    expect(await sources()).toMatchObject([
      { id: 'custom', kind: 'other', title: 'custom', canSync: false },
    ]);
  });

  it('has a source read, and records who did', async () => {
    const { sync, requests, audit } = await start({
      providers: { ldapOrg },
      answers: { [TASKS]: tasks(), [TRIGGER]: 200 },
    });
    expect((await sync(LDAP)).status).toBe(202);
    expect(requests).toEqual([
      `catalog /.backstage/scheduler/v1/tasks/${LDAP}:refresh/trigger {}`,
    ]);
    expect(audit).toEqual([
      {
        eventId: 'organisation-sync',
        meta: { source: LDAP, by: OPERATOR },
      },
    ]);
    expect((await sync('nobody')).status).toBe(404);
  });

  it.each([
    [409, 409, 'It is being read already'],
    [404, 404, 'does not know its task'],
    [500, 503, 'answers with status 500'],
  ])('says so when it cannot: %s', async (answer, status, message) => {
    const { sync } = await start({
      providers: { ldapOrg },
      answers: { [TASKS]: tasks(), [TRIGGER]: answer },
    });
    const response = await sync(LDAP);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
  });

  it('cannot have a source read that the scheduler does not know', async () => {
    const { sync, sources } = await start({ providers: { ldapOrg } });
    expect(await sources()).toMatchObject([{ canSync: false }]);
    expect((await sync(LDAP)).status).toBe(404);
  });

  it('tells of GitHub what its mirror knows, and has that compare', async () => {
    const entry = { githubUrl: 'https://github.com' };
    const acme = {
      host: 'github.com',
      organisation: 'Acme',
      lastPeopleAt: '2026-11-26T09:00:00.000Z',
    };
    const beta = {
      host: 'github.com',
      organisation: 'beta',
      lastPeopleAt: '2026-11-26T08:00:00.000Z',
      peopleProblem: { at: '', message: 'App 7 is gone' },
      heldPeople: { remove: 3, of: 4, reason: 'too many', names: ['mel'] },
    };
    const { sources, sync, requests } = await start({
      providers: {
        githubOrg: [
          { ...entry, id: 'a', orgs: ['acme'] },
          { ...entry, id: 'all' },
          { id: 'ghe', githubUrl: 'https://ghe.test' },
        ],
      },
      answers: {
        'github /status': [
          acme,
          beta,
          { host: 'github.com', organisation: 'repositories-only' },
        ],
        'github /reconcile': 202,
      },
    });
    expect(await sources()).toMatchObject([
      {
        title: 'GitHub acme',
        lastReadAt: acme.lastPeopleAt,
        organisations: [{ organisation: 'Acme' }],
        troubles: [],
        canSync: true,
      },
      {
        lastReadAt: beta.lastPeopleAt,
        organisations: [
          { organisation: 'Acme' },
          {
            organisation: 'beta',
            problem: 'App 7 is gone',
            held: { remove: 3, of: 4, reason: 'too many' },
          },
        ],
        troubles: [{ kind: 'failed' }, { kind: 'held' }],
      },
      { title: expect.stringContaining('ghe.test'), canSync: false },
    ]);
    expect((await sync('GithubMultiOrgEntityProvider:a')).status).toBe(202);
    expect(requests).toEqual([
      'github /reconcile {"host":"github.com","organisation":"Acme"}',
    ]);
    expect((await sync('GithubMultiOrgEntityProvider:ghe')).status).toBe(404);
  });
});
