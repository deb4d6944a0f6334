import { changesOf } from './changesOf';

const person = (login: string, id = `U_${login}`) => ({ id, login });
const team = (
  slug: string,
  more: { id?: string; parent?: string; members?: string[] } = {},
) => ({
  id: more.id ?? `T_${slug}`,
  slug,
  combinedSlug: `acme/${slug}`,
  ...(more.parent && { parent: { id: more.parent, slug: 'whatever' } }),
  members: more.members ?? [],
});
const none = { people: new Map(), teams: new Map() };

it('takes a leaver out of teams that were not asked about', () => {
  const known = {
    people: [person('mel'), person('olivia')],
    teams: [team('web', { members: ['Mel', 'olivia'] }), team('crew')],
  };
  expect(
    changesOf({
      some: { ...none, people: new Map([['mel', { state: 'gone' }]]) },
      known,
    }),
  ).toEqual({
    put: { people: [], teams: [team('web', { members: ['olivia'] })] },
    drop: { people: ['U_mel'], teams: [] },
    ...{ askToo: [], hasLeavers: true, problems: [] },
  });
});

it('knows a team with a new name by its id, and what has its old name now', () => {
  const [crew, web] = [team('crew'), team('web')];
  const renamed = { ...web, slug: 'crew' };
  const changes = changesOf({
    some: {
      ...none,
      teams: new Map([
        ['crew', { state: 'there', value: renamed }],
        ['web', { state: 'gone' }],
      ]),
    },
    known: { people: [], teams: [crew, web] },
  });
  expect(changes.put.teams).toEqual([renamed]);
  expect(changes.drop.teams).toEqual(['T_crew']);
});

it('asks also about the teams below one that has gone', () => {
  const changes = changesOf({
    some: { ...none, teams: new Map([['crew', { state: 'gone' }]]) },
    known: {
      people: [],
      teams: [team('crew'), team('below', { parent: 'T_crew' }), team('web')],
    },
  });
  expect(changes).toMatchObject({
    ...{ askToo: ['below'], hasLeavers: false },
    drop: { teams: ['T_crew'] },
  });
});

it('changes nothing where the answer did not say', () => {
  const changes = changesOf({
    some: {
      people: new Map([['mel', { state: 'unknown', reason: 'too much' }]]),
      teams: new Map([['web', { state: 'unknown', reason: 'a part' }]]),
    },
    known: { people: [person('mel')], teams: [team('web')] },
  });
  expect(changes).toEqual({
    put: { people: [], teams: [] },
    drop: { people: [], teams: [] },
    ...{ askToo: [], hasLeavers: false },
    problems: ['mel: too much', 'web: a part'],
  });
});
