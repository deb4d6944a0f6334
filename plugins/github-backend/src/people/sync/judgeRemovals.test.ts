import type { Person } from '../Person';
import type { PeopleRead } from '../read/PeopleRead';
import type { Team } from '../Team';
import { judgeRemovals } from './judgeRemovals';

const guard = { share: 0.2, count: 10 };
const people = (count: number, start = 0): Person[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `U_${start + index}`,
    login: `person-${start + index}`,
  }));
const teams = (count: number): Team[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `T_${index}`,
    slug: `team-${index}`,
    combinedSlug: `acme/team-${index}`,
    members: [],
  }));
const readOf = (more: Partial<PeopleRead>): PeopleRead => ({
  login: 'acme',
  people: [],
  teams: [],
  doubtful: new Set(),
  isComplete: true,
  isOutsideComplete: true,
  problems: [],
  seesAll: true,
  ...more,
});

it.each([
  // More than 20 %, but not more than 10.
  { known: [20, 5], read: [10, 5], isHeld: false },
  // More than 10, but not more than 20 %.
  { known: [100, 5], read: [80, 5], isHeld: false },
  { known: [100, 5], read: [79, 5], isHeld: true },
  // Few beside many people, but most of the teams.
  { known: [1_000, 40], read: [1_000, 20], isHeld: true },
  { known: [20, 20], read: [14, 14], isHeld: true },
  { known: [20, 1], read: [20, 0], isHeld: false },
  { known: [20, 2], read: [20, 0], isHeld: true },
])('$known to $read: held $isHeld', ({ known, read, isHeld }) => {
  const removals = judgeRemovals({
    known: { people: people(known[0]), teams: teams(known[1]) },
    read: readOf({ people: people(read[0]), teams: teams(read[1]) }),
    guard,
    sawAll: true,
  });
  expect(removals.reason !== undefined).toBe(isHeld);
  expect(removals.gone.people).toHaveLength(known[0] - read[0]);
  expect(removals.gone.teams).toHaveLength(known[1] - read[1]);
});

it('takes the same name under another id for a replacement, however many', () => {
  const read = people(50).map(person => ({
    ...person,
    id: `new-${person.id}`,
  }));
  const removals = judgeRemovals({
    known: { people: people(50), teams: [] },
    read: readOf({ people: read }),
    guard,
    sawAll: true,
  });
  expect(removals.replaced.people).toHaveLength(50);
  expect(removals.gone.people).toEqual([]);
  expect(removals).not.toHaveProperty('reason');
});

it('keeps people from outside where they could not be listed', () => {
  const [outside, member] = people(2);
  const judge = (isOutsideComplete: boolean) =>
    judgeRemovals({
      known: { people: [{ ...outside, isOutside: true }, member], teams: [] },
      read: readOf({ people: [member], isOutsideComplete }),
      guard,
      sawAll: true,
    }).gone.people.length;
  expect(judge(true)).toBe(1);
  expect(judge(false)).toBe(0);
});

it('holds even one removal when a token no longer sees more than is public', () => {
  const judge = (sawAll: boolean, seesAll: boolean) =>
    judgeRemovals({
      known: { people: people(2), teams: [] },
      read: readOf({ people: people(1), seesAll }),
      guard,
      sawAll,
    }).reason !== undefined;
  expect(judge(true, false)).toBe(true);
  expect(judge(false, false)).toBe(false);
  expect(judge(true, true)).toBe(false);
});
