import { ServiceUnavailableError } from '@backstage/errors';
import type { Person } from '../Person';
import { askGraphql, type GraphqlAnswer } from './askGraphql';
import { createPageScale } from './createPageScale';
import { createTeamCollector } from './createTeamCollector';
import type { OpenOrganisation } from './openOrganisation';
import { pageOf } from './pageOf';
import { peopleQuery, type PeopleStep } from './peopleQuery';
import type { PeopleRead, ReadSettings } from './PeopleRead';
import { refusalOf } from './refusalOf';
import { toPerson, type PersonNode } from './toPerson';

/** Teams whose further members are asked for in one request. */
const REST_AT_A_TIME = 10;

/**
 * Reads all members and teams, pages of both in the same requests. Pages shrink where GitHub gives up; where even the smallest do not come
 * whole, what came is given as incomplete. Throws where GitHub shows nothing of the organisation.
 */
export async function readOrganisation(options: {
  open: OpenOrganisation;
  settings: ReadSettings;
}): Promise<Omit<PeopleRead, 'isOutsideComplete'>> {
  const { open, settings } = options;
  const { host, organisation, pageSizes } = settings;
  const scale = createPageScale();
  const teams = createTeamCollector();
  const people = new Map<string, Person>();
  const doubtful = new Set<string>();
  const problems = new Set<string>();
  let step: PeopleStep = { people: {}, teams: {}, rest: [] };
  let email = open.isToken;
  let login = organisation;
  let isComplete = true;
  let seesAll = !open.isToken;

  while (step.people || step.teams || step.rest.length > 0) {
    const answer = await askGraphql({
      octokit: open.octokit,
      ...peopleQuery({
        organisation,
        step,
        sizes: {
          people: scale.of(pageSizes.people),
          teams: scale.of(pageSizes.teams),
          teamMembers: scale.of(pageSizes.teamMembers),
        },
        email,
        suspended: settings.suspended && open.isEnterpriseServer,
      }),
    });
    const { data, errors, isTooMuch } = answer;
    if (isTooMuch && scale.shrink()) continue;
    if (email && lacksEmailScope(answer)) {
      email = false;
      problems.add(
        'the token may not read e-mail addresses; it lacks the scope user:email',
      );
      continue;
    }
    if (!data?.organization) {
      throw isTooMuch
        ? new ServiceUnavailableError(
            `GitHub did not answer about the people of ${organisation} (${host}), even in small pages: ${errors[0]?.message}`,
          )
        : refusalOf({ answer, organisation, host });
    }
    if (errors.length === 0) scale.grow();
    errors.forEach(({ message }) => problems.add(message));
    login = data.organization.login;
    seesAll ||= data.organization.viewerIsAMember === true;
    const next: PeopleStep = { rest: [] };

    if (step.people) {
      const page = pageOf<PersonNode>({
        connection: data.organization.membersWithRole,
        errors,
        path: ['organization', 'membersWithRole'],
      });
      page.nodes.forEach(node => people.set(node.id, toPerson({ node })));
      page.doubtful.forEach(({ id }) => doubtful.add(id));
      isComplete &&= page.isWhole;
      if (page.next) next.people = { after: page.next };
    }
    if (step.teams) {
      const path = ['organization', 'teams'];
      const { teams: connection } = data.organization;
      const page = pageOf<any>({ connection, errors, path });
      connection?.nodes?.forEach((node: any, index: number) => {
        const at = [...path, 'nodes', index];
        if (node) teams.add({ node, errors, path: at });
      });
      isComplete &&= page.isWhole && page.doubtful.length === 0;
      if (page.next) next.teams = { after: page.next };
    }
    step.rest.forEach(({ teamId }, index) => {
      const alias = `t${index}`;
      teams.addMembers({
        ...{ teamId, errors, path: [alias, 'members'] },
        connection: data[alias]?.members,
      });
    });
    step = { ...next, rest: teams.rest(REST_AT_A_TIME) };
  }

  return {
    login,
    people: [...people.values()],
    teams: teams.teams(),
    doubtful,
    isComplete: isComplete && teams.isWhole(),
    problems: [...problems],
    seesAll,
  };
}

/** https://docs.github.com/graphql/reference/objects#user */
function lacksEmailScope({ errors }: GraphqlAnswer): boolean {
  return errors.some(
    ({ type, message }) =>
      type === 'INSUFFICIENT_SCOPES' && message.includes("'email'"),
  );
}
