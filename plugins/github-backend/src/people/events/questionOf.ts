import { z } from 'zod';
import type { PeopleEvent } from './PeopleEvent';

/** What an event makes one ask. */
export interface EventQuestion {
  organisation: string;
  logins: string[];
  slugs: string[];
  /** People from outside may have changed. */
  isOutside: boolean;
  /** The teams' access to repositories may have changed. */
  isAccess: boolean;
  /** The organisation itself has changed: everything is read anew. */
  isAll: boolean;
}

const login = z.object({ login: z.string() }).nullish();
const payload = z.object({
  action: z.string().nullish(),
  organization: login,
  installation: z.object({ account: login }).nullish(),
  membership: z.object({ user: login }).nullish(),
  member: login,
  team: z.object({ slug: z.string().nullish() }).nullish(),
  changes: z
    .object({
      name: z.object({ from: z.string().nullish() }).nullish(),
      repository: z.unknown().optional(),
    })
    .nullish(),
});

/** Reads an event. Undefined where it changes nobody, or is none of GitHub's. Its facts are taken for a hint only. */
export function questionOf(event: PeopleEvent): EventQuestion | undefined {
  const read = payload.safeParse(event.payload);
  if (!read.success) return undefined;
  const { action, organization, installation, membership } = read.data;
  const { member, team, changes } = read.data;
  const organisation = organization?.login ?? installation?.account?.login;
  if (!organisation) return undefined;
  const question: EventQuestion = {
    organisation,
    logins: [],
    slugs: [],
    isOutside: false,
    isAccess: false,
    isAll: false,
  };
  const slugs = team?.slug ? [team.slug] : [];

  switch (event.name) {
    case 'organization': {
      const user = membership?.user?.login;
      if (action === 'renamed' || action === 'deleted') {
        return { ...question, isAll: true };
      }
      return user ? { ...question, logins: [user] } : undefined;
    }
    case 'membership':
      return {
        ...{ ...question, slugs },
        logins: member ? [member.login] : [],
      };
    case 'team': {
      if (action?.endsWith('_repository') || changes?.repository) {
        return { ...question, isAccess: true };
      }
      const former = changes?.name?.from;
      return {
        ...question,
        slugs: [...slugs, ...(former ? [slugOf(former)] : [])],
        isAccess: action !== 'created',
      };
    }
    case 'team_add':
      return { ...question, isAccess: true };
    case 'member':
      return { ...question, isOutside: true };
    case 'installation':
      return action === 'created' ||
        action === 'unsuspend' ||
        action === 'new_permissions_accepted'
        ? { ...question, isAll: true }
        : undefined;
    default:
      return undefined;
  }
}

/** As GitHub makes a slug of a team's name. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
