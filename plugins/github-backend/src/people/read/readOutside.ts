import type { Person } from '../Person';
import { askGraphql } from './askGraphql';
import { personFields } from './fragments';
import type { OpenOrganisation } from './openOrganisation';
import type { ReadSettings } from './PeopleRead';
import { toPerson, type PersonNode } from './toPerson';

/**
 * People from outside with access to repositories. Only REST lists them, a hundred in a request, and only GraphQL says who they are, a
 * hundred in a request as well. Throws what Octokit throws. https://docs.github.com/rest/orgs/outside-collaborators
 */
export async function readOutside(options: {
  open: OpenOrganisation;
  settings: ReadSettings;
}): Promise<{ people: Person[]; isComplete: boolean; problems: string[] }> {
  const { open, settings } = options;
  const { octokit } = open;
  const { organisation } = settings;
  const listed = await octokit.paginate(
    octokit.rest.orgs.listOutsideCollaborators,
    { org: organisation, per_page: 100 },
  );
  const people: Person[] = [];
  const problems: string[] = [];
  for (let start = 0; start < listed.length; start += 100) {
    const { data, errors } = await askGraphql({
      octokit,
      query: `query outsidePeople($org: String!, $ids: [ID!]!) {
  rateLimit { cost }
  nodes(ids: $ids) { ...person }
}
${personFields({
  email: open.isToken,
  suspended: settings.suspended && open.isEnterpriseServer,
})}`,
      variables: {
        org: organisation,
        ids: listed.slice(start, start + 100).map(({ node_id }) => node_id),
      },
    });
    const nodes: (PersonNode | null)[] = data?.nodes ?? [];
    for (const node of nodes) {
      if (node?.id) people.push(toPerson({ node, isOutside: true }));
    }
    problems.push(...errors.map(({ message }) => message));
  }
  return {
    people,
    isComplete: people.length === listed.length,
    problems: [...new Set(problems)],
  };
}
