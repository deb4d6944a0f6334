import createKnex, { type Knex } from 'knex';
/* eslint-disable @backstage/no-forbidden-package-imports, @backstage/no-mixed-plugin-imports -- the tables as the plugin itself makes them */
import { peopleMigration } from '@callboard/plugin-github-backend/src/people/peopleMigration';
import { mirrorMigration } from '@callboard/plugin-github-backend/src/store/mirrorMigration';
import { queueMigration } from '@callboard/plugin-github-backend/src/store/queueMigration';
import { storedMirror } from '@callboard/plugin-connections-backend';
/* eslint-enable @backstage/no-forbidden-package-imports, @backstage/no-mixed-plugin-imports */

const AT = '2026-11-26T09:00:00.000Z';
const problem = { at: AT, message: 'GitHub answers with 502' };

let knex: Knex;
beforeEach(() => {
  knex = createKnex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
});
afterEach(() => knex.destroy());

const plan = (id: string, what: string) => ({
  ...{ id, what, at: AT, reason: 'so many', remove: 30, of: 40, names: ['a'] },
});

it('tells what the last runs left and what is held, of repositories and people', async () => {
  for (const migration of [mirrorMigration, queueMigration, peopleMigration]) {
    await migration.up(knex);
  }
  await knex('github_organisations').insert([
    {
      host: 'github.com',
      organisation_key: 'acme',
      organisation: 'Acme',
      last_full_at: AT,
      problem: JSON.stringify(problem),
    },
    { host: 'github.com', organisation_key: 'new', organisation: 'new' },
  ]);
  await knex('github_repositories').insert(
    ['R_1', 'R_2'].map(id => ({
      ...{ host: 'github.com', repository_id: id, database_id: 1 },
      ...{ owner_key: 'acme', name_key: id, data: '{}', matched: '{}' },
      ...{ content_hash: '', seen_at: AT, pending: 0 },
    })),
  );
  await knex('github_plans').insert({
    id: 'plan-1',
    ...{ host: 'github.com', organisation_key: 'acme' },
    plan: JSON.stringify({
      organisation: 'Acme',
      plan: plan('plan-1', 'repositories'),
    }),
    removals: '[]',
  });
  await knex('people_organisations').insert({
    ...{ host: 'github.com', organisation: 'acme', login: 'Acme' },
    read_at: Date.parse(AT),
    problem: JSON.stringify(problem),
  });
  await knex('people_held').insert({
    ...{ id: 'plan-2', host: 'github.com', organisation: 'acme' },
    plan: JSON.stringify({ plan: plan('plan-2', 'people'), people: [] }),
  });

  const nothing = {
    ...{ host: 'github.com', sources: [], eventsInLastHour: 0, queued: 0 },
    targetLagMs: 0,
  };
  expect(await storedMirror({ knex }).status()).toEqual({
    state: 'known',
    organisations: [
      {
        ...nothing,
        ...{ organisation: 'Acme', repositories: 2, mirrored: 2 },
        ...{ lastFullAt: AT, problem, held: plan('plan-1', 'repositories') },
        ...{ lastPeopleAt: AT, peopleProblem: problem },
        heldPeople: plan('plan-2', 'people'),
      },
      { ...nothing, organisation: 'new', repositories: 0, mirrored: 0 },
    ],
  });
});

it('tells of organisations with people alone', async () => {
  for (const migration of [mirrorMigration, queueMigration, peopleMigration]) {
    await migration.up(knex);
  }
  await knex('people_organisations').insert({
    ...{ host: 'ghe.example.org', organisation: 'tools', login: 'tools' },
    read_at: null,
  });
  expect(await storedMirror({ knex }).status()).toMatchObject({
    organisations: [{ host: 'ghe.example.org', organisation: 'tools' }],
  });
});

it('says nothing where another plugin of that name, or an older one, made the database', async () => {
  expect(await storedMirror({ knex }).status()).toEqual({ state: 'absent' });
});
