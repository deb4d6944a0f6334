/** The organisation that is measured with. */
export const ORGANISATION = 'acme';

/** The name of a repository, and of the component in it. Counted from 0. */
export const repositoryName = (index: number) => `service-${ordinal(index)}`;

export const personLogin = (index: number) => `person-${ordinal(index)}`;

export const teamSlug = (index: number) => `team-${ordinal(index)}`;

function ordinal(index: number) {
  return String(index + 1).padStart(4, '0');
}
