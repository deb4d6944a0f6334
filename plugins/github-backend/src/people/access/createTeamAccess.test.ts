// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { newRepository } from '@callboard/github-sandbox/src/core/records/newRepository';
import { openPeople, type OpenPeople } from '../__testUtils__/openPeople';

let open: OpenPeople;
let portal: Awaited<ReturnType<OpenPeople['start']>>;
beforeEach(async () => {
  open = await openPeople();
  portal = await open.start({ sources: [open.source()] });
});
afterEach(() => open.stop());

const teamsOf = () => portal.people.teamsOf({ host: open.host, owner: 'acme' });

it('knows the teams that may write, the best and most particular first', async () => {
  const { shop, vault, empty } = open.sandbox;
  const grant = (
    permission: 'pull' | 'push' | 'maintain' | 'admin',
    ...repositories: { id: number }[]
  ) => ({
    repositories: repositories.map(({ id: repositoryId }) => ({
      ...{ repositoryId, permission },
    })),
  });
  open.addTeam('Everybody', grant('push', shop, vault, empty));
  open.addTeam('Owners', grant('admin', vault));
  open.addTeam('Keepers', grant('maintain', vault));
  open.addTeam('Readers', grant('pull', shop));
  expect(await teamsOf()).toEqual(
    new Map([
      [
        'vault',
        [
          { slug: 'owners', permission: 'admin' },
          { slug: 'keepers', permission: 'maintain' },
          { slug: 'everybody', permission: 'write' },
        ],
      ],
      [
        'shop',
        [
          { slug: 'web', permission: 'write' },
          { slug: 'everybody', permission: 'write' },
        ],
      ],
      ['empty', [{ slug: 'everybody', permission: 'write' }]],
    ]),
  );
});

it('asks for more than 100 repositories of a team, and more than 20 teams', async () => {
  const repositories = Array.from({ length: 120 }, (_, index) =>
    newRepository({
      sandbox: open.sandbox.sandbox,
      owner: open.sandbox.organisation,
      name: `repository-${index}`,
    }),
  );
  for (let index = 0; index < 24; index += 1) {
    open.addTeam(`Team ${index}`, {
      repositories: repositories.map(({ id: repositoryId }) => ({
        ...{ repositoryId, permission: 'push' },
      })),
    });
  }
  open.asked();
  const found = await teamsOf();
  expect(found.size).toBe(121);
  expect(found.get('repository-119')).toHaveLength(24);
  expect(open.asked()).toHaveLength(3);
});

it('asks once a day, and after it has heard of a change', async () => {
  await Promise.all([teamsOf(), teamsOf()]);
  await teamsOf();
  expect(open.asked()).toHaveLength(1);
  open.advance(86_400_000);
  await teamsOf();
  expect(open.asked()).toHaveLength(1);

  open.sandbox.web.repositories = [];
  await portal.people.onEvent({
    host: open.host,
    name: 'team',
    payload: {
      action: 'removed_from_repository',
      team: { slug: 'web' },
      organization: { login: 'acme' },
    },
  });
  expect(await teamsOf()).toEqual(new Map());
});

it('goes on with what it knew when GitHub does not answer', async () => {
  const before = await teamsOf();
  open.advance(86_400_000);
  open.sandbox.sandbox.faults.set({ partialGraphqlEvery: 1 });
  expect(await teamsOf()).toEqual(before);
  expect(before.size).toBe(1);
  open.asked();
  await teamsOf();
  expect(open.asked()).toEqual([]);
  open.sandbox.sandbox.faults.clear();
  open.advance(600_000);
  open.sandbox.web.repositories = [];
  expect(await teamsOf()).toEqual(new Map());
});

it('knows none for a person, whose repositories have no teams', async () => {
  const { oscar } = open.sandbox.tokens;
  portal = await open.start({
    sources: [open.source()],
    credentials: { token: oscar },
  });
  const owner = 'oscar';
  expect(await portal.people.teamsOf({ host: open.host, owner })).toEqual(
    new Map(),
  );
});
