import fs from 'node:fs';
import path from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { accessQuery } from '../access/readTeamAccess';
import { peopleQuery, type PeopleStep } from './peopleQuery';
import { someQuery } from './someQuery';

const sizes = { people: 100, teams: 50, teamMembers: 100 };
/** The package's `exports` hide the file, so that it is looked for where packages lie. */
const schemaFile = (require.resolve.paths('@octokit/graphql-schema') ?? [])
  .map(folder => path.join(folder, '@octokit/graphql-schema/schema.graphql'))
  .find(file => fs.existsSync(file))!;
const github = buildSchema(fs.readFileSync(schemaFile, 'utf8'), {
  ...{ assumeValid: true, assumeValidSDL: true, noLocation: true },
});

const problemsOf = (query: string) =>
  validate(github, parse(query)).map(({ message }) => message);

it.each<[string, PeopleStep]>([
  ['first pages', { people: {}, teams: {}, rest: [] }],
  [
    'next pages',
    {
      people: { after: 'a' },
      teams: { after: 'b' },
      rest: [{ teamId: 'T_1', after: 'c' }],
    },
  ],
  ['people alone', { people: { after: 'a' }, rest: [] }],
  [
    'members of teams alone',
    {
      rest: [
        { teamId: 'T_1', after: 'c' },
        { teamId: 'T_2', after: 'd' },
      ],
    },
  ],
])("fits github.com's schema: %s", (_, step) => {
  for (const email of [false, true]) {
    const { query } = peopleQuery({
      ...{ organisation: 'acme', step, sizes, email, suspended: false },
    });
    expect(problemsOf(query)).toEqual([]);
  }
});

it('asks when people were suspended only where that is wanted, since github.com does not know', () => {
  const { query } = peopleQuery({
    ...{ organisation: 'acme', sizes, email: true, suspended: true },
    step: { people: {}, rest: [] },
  });
  expect(problemsOf(query)).toEqual([expect.stringContaining('"suspendedAt"')]);
});

it.each([
  [['mel'], ['web', 'crew']],
  [['mel', 'oscar'], []],
  [[], ['web']],
])("fits github.com's schema: some people %j and teams %j", (logins, slugs) => {
  const { query, variables } = someQuery({
    ...{ organisation: 'acme', logins, slugs, teamMembers: 100 },
    ...{ email: true, suspended: false },
  });
  expect(problemsOf(query)).toEqual([]);
  expect(Object.values(variables)).toEqual(
    expect.arrayContaining(['acme', ...logins, ...slugs]),
  );
});

it.each([
  [true, 0],
  [true, 3],
  [false, 2],
])("fits github.com's schema: access of teams %j %j", (hasTeams, rest) => {
  expect(problemsOf(accessQuery({ hasTeams, rest }))).toEqual([]);
});
