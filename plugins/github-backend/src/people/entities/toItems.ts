import type { Person } from '../Person';
import type { Snapshot } from '../store/KnownOrganisation';
import type {
  TransformedTeam,
  TransformedUser,
} from '../transforms/PeopleTransforms';

/** What transformers get for a person. */
export function toUserItem(person: Person): TransformedUser {
  const { verifiedEmails, isOutside: _, ...item } = person;
  return { ...item, organizationVerifiedDomainEmails: verifiedEmails ?? [] };
}

/** What transformers get for the teams of an organisation: members with all that is known of them, parents by the slug they have now. */
export function toTeamItems(snapshot: Snapshot): TransformedTeam[] {
  const people = new Map(
    snapshot.people.map(person => [person.login.toLowerCase(), person]),
  );
  const slugs = new Map(snapshot.teams.map(({ id, slug }) => [id, slug]));
  return snapshot.teams.map(team => {
    const { id: _, parent, members, ...item } = team;
    return {
      ...item,
      ...(parent && {
        parentTeam: {
          slug: slugs.get(parent.id) ?? parent.slug,
        } as TransformedTeam,
      }),
      members: members.map(login => {
        const person = people.get(login.toLowerCase());
        return person ? toUserItem(person) : { login };
      }),
    };
  });
}
