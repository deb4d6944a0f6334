import { ServiceUnavailableError } from '@backstage/errors';
import type { Person } from '../Person';
import type { Team } from '../Team';
import { askGraphql, type GraphqlAnswer } from './askGraphql';
import { createTeamCollector } from './createTeamCollector';
import type { OpenOrganisation } from './openOrganisation';
import { peopleQuery } from './peopleQuery';
import type { Known, ReadSettings, SomeRead } from './PeopleRead';
import { refusalOf } from './refusalOf';
import { someQuery } from './someQuery';
import { toPerson } from './toPerson';

/** Teams whose further members are asked for in one request. */
const REST_AT_A_TIME = 10;

/**
 * What is true now of some people and some teams, all in one request but for teams of more than 100. At most 50 of each. Throws where
 * GitHub shows nothing of the organisation.
 */
export async function readSome(options: {
  open: OpenOrganisation;
  settings: ReadSettings;
  logins: string[];
  slugs: string[];
}): Promise<SomeRead> {
  const { open, settings, logins, slugs } = options;
  const { host, organisation, pageSizes } = settings;
  const common = {
    organisation,
    email: open.isToken,
    suspended: settings.suspended && open.isEnterpriseServer,
  };
  const answer = await askGraphql({
    octokit: open.octokit,
    ...someQuery({
      ...{ ...common, logins, slugs },
      teamMembers: pageSizes.teamMembers,
    }),
  });
  const { data, errors } = answer;
  if (!data?.organization) {
    throw answer.isTooMuch
      ? new ServiceUnavailableError(
          `GitHub did not answer about some people of ${organisation} (${host}): ${errors[0]?.message}`,
        )
      : refusalOf({ answer, organisation, host });
  }
  const seesAll = !open.isToken || data.organization.viewerIsAMember === true;

  const collector = createTeamCollector();
  slugs.forEach((_, index) => {
    const node = data.organization[`t${index}`];
    const path = ['organization', `t${index}`];
    if (node) collector.add({ node, errors, path });
  });
  for (
    let rest = collector.rest(REST_AT_A_TIME);
    rest.length > 0;
    rest = collector.rest(REST_AT_A_TIME)
  ) {
    const more = await askGraphql({
      octokit: open.octokit,
      ...peopleQuery({ ...common, step: { rest }, sizes: pageSizes }),
    });
    rest.forEach(({ teamId }, index) =>
      collector.addMembers({
        ...{ teamId, errors: more.errors, path: [`t${index}`, 'members'] },
        connection: more.data?.[`t${index}`]?.members,
      }),
    );
  }
  const whole = new Map(
    collector.teams().map(team => [team.slug.toLowerCase(), team]),
  );

  return {
    people: new Map(
      logins.map((login, index) => [
        login.toLowerCase(),
        personIn({ answer, index, seesAll }),
      ]),
    ),
    teams: new Map(
      slugs.map((slug, index) => [
        slug.toLowerCase(),
        teamIn({ answer, index, seesAll, whole }),
      ]),
    ),
  };
}

function personIn(options: {
  answer: GraphqlAnswer;
  index: number;
  seesAll: boolean;
}): Known<Person> {
  const { answer, index, seesAll } = options;
  const alias = `p${index}`;
  const problems = answer.errors.filter(({ path }) => path?.[0] === alias);
  const node = answer.data?.[alias];
  if (node?.organization && problems.length === 0) {
    return { state: 'there', value: toPerson({ node }) };
  }
  const isGone = node
    ? node.organization === null && problems.length === 0
    : node === null &&
      problems.length > 0 &&
      problems.every(({ type }) => type === 'NOT_FOUND');
  return isGone && seesAll
    ? { state: 'gone' }
    : {
        state: 'unknown',
        reason:
          problems[0]?.message ?? 'the token does not see all of its members',
      };
}

function teamIn(options: {
  answer: GraphqlAnswer;
  index: number;
  seesAll: boolean;
  whole: Map<string, Team>;
}): Known<Team> {
  const { answer, index, seesAll, whole } = options;
  const alias = `t${index}`;
  const problems = answer.errors.filter(({ path }) => path?.[1] === alias);
  const node = answer.data?.organization[alias];
  const value = node && whole.get(node.slug.toLowerCase());
  if (value && problems.length === 0) return { state: 'there', value };
  return node === null && problems.length === 0 && seesAll
    ? { state: 'gone' }
    : {
        state: 'unknown',
        reason: problems[0]?.message ?? 'the answer lacks a part of it',
      };
}
