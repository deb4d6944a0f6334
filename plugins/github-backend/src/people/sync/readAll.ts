import { openOrganisation } from '../read/openOrganisation';
import type { PeopleRead, ReadSettings } from '../read/PeopleRead';
import { readOrganisation } from '../read/readOrganisation';
import { readOutside } from '../read/readOutside';
import type { PeopleParts } from './PeopleParts';

/** Reads members, teams and, where asked for, people from outside. Throws where GitHub shows nothing of the organisation. */
export async function readAll(options: {
  parts: Pick<PeopleParts, 'github'>;
  settings: ReadSettings;
}): Promise<PeopleRead> {
  const { parts, settings } = options;
  const open = await openOrganisation({ ...parts, ...settings });
  const [read, outside] = await Promise.all([
    readOrganisation({ open, settings }),
    settings.outsideCollaborators
      ? readOutside({ open, settings }).catch((error: Error) => ({
          people: [],
          isComplete: false,
          problems: [
            `GitHub did not list the outside collaborators: ${error.message}`,
          ],
        }))
      : { people: [], isComplete: true, problems: [] },
  ]);
  const problems = [...read.problems, ...outside.problems];
  // https://docs.github.com/organizations/managing-peoples-access-to-your-organization-with-roles/maintaining-ownership-continuity-for-your-organization
  const isEmpty = read.isComplete && read.people.length === 0;
  if (isEmpty) {
    problems.push(
      `${read.login} lists no members, though an organisation has at least one owner: the credential may not see them`,
    );
  }
  const members = new Set(read.people.map(({ id }) => id));
  return {
    ...read,
    people: [
      ...read.people,
      ...outside.people.filter(({ id }) => !members.has(id)),
    ],
    isComplete: read.isComplete && !isEmpty,
    isOutsideComplete: outside.isComplete,
    problems,
  };
}
