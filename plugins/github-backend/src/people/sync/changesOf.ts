import type { Person } from '../Person';
import type { Known, SomeRead } from '../read/PeopleRead';
import type { Snapshot } from '../store/KnownOrganisation';
import type { Team } from '../Team';

/** What answers about some people and teams change. */
export interface PeopleChanges {
  put: Snapshot;
  /** Node ids. */
  drop: { people: string[]; teams: string[] };
  /** Slugs to be asked about as well: those of teams below one that has gone. */
  askToo: string[];
  /** Whether somebody is no longer a member. */
  hasLeavers: boolean;
  /** What GitHub did not say, for people. */
  problems: string[];
}

/** Compares answers with what is known. Pure. */
export function changesOf(options: {
  some: SomeRead;
  known: Snapshot;
}): PeopleChanges {
  const { some, known } = options;
  const people = apply({
    answers: some.people,
    known: known.people,
    nameOf: ({ login }: Person) => login,
  });
  const teams = apply({
    answers: some.teams,
    known: known.teams,
    nameOf: ({ slug }: Team) => slug,
  });
  const leavers = new Set(people.gone);
  const asked = new Set(teams.put.map(({ id }) => id));
  const goneIds = new Set(teams.dropped);
  const remaining = known.teams.filter(
    ({ id }) => !asked.has(id) && !goneIds.has(id),
  );
  return {
    put: {
      people: people.put,
      teams: [...teams.put, ...withoutLeavers({ teams: remaining, leavers })],
    },
    drop: { people: people.dropped, teams: teams.dropped },
    // GitHub deletes the teams below a team with it. https://docs.github.com/rest/teams/teams#delete-a-team
    askToo: known.teams
      .filter(({ parent }) => parent && goneIds.has(parent.id))
      .map(({ slug }) => slug),
    hasLeavers: leavers.size > 0,
    problems: [...people.problems, ...teams.problems],
  };
}

function apply<T extends { id: string }>(options: {
  answers: Map<string, Known<T>>;
  known: T[];
  nameOf(item: T): string;
}) {
  const { answers, known, nameOf } = options;
  const put: T[] = [];
  const gone: string[] = [];
  const problems: string[] = [];
  for (const [name, answer] of answers) {
    if (answer.state === 'there') {
      put.push(answer.value);
    } else if (answer.state === 'gone') {
      gone.push(name);
    } else {
      problems.push(`${name}: ${answer.reason}`);
    }
  }
  // What has a new name is known by its id, and is no longer what had its old name.
  const ids = new Set(put.map(({ id }) => id));
  const names = new Set([
    ...gone,
    ...put.map(each => nameOf(each).toLowerCase()),
  ]);
  const dropped = known
    .filter(each => names.has(nameOf(each).toLowerCase()) && !ids.has(each.id))
    .map(({ id }) => id);
  return { put, gone, dropped, problems };
}

/** Who leaves an organisation leaves its teams. */
function withoutLeavers(options: {
  teams: Team[];
  leavers: Set<string>;
}): Team[] {
  const { teams, leavers } = options;
  const isLeaver = (login: string) => leavers.has(login.toLowerCase());
  return teams
    .filter(({ members }) => members.some(isLeaver))
    .map(team => ({
      ...team,
      members: team.members.filter(login => !isLeaver(login)),
    }));
}
