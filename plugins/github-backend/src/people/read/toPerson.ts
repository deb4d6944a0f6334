import type { Person } from '../Person';

/** What GraphQL gives for the fragment `person`. */
export interface PersonNode {
  id: string;
  login: string;
  name?: string | null;
  bio?: string | null;
  avatarUrl?: string | null;
  email?: string | null;
  suspendedAt?: string | null;
  organizationVerifiedDomainEmails?: string[] | null;
}

/** Without what is empty, so that two reads of the same person are the same text. */
export function toPerson(options: {
  node: PersonNode;
  isOutside?: boolean;
}): Person {
  const { node, isOutside } = options;
  const { id, login, name, bio, email, avatarUrl, suspendedAt } = node;
  const verifiedEmails = node.organizationVerifiedDomainEmails ?? [];
  return {
    id,
    login,
    ...(name && { name }),
    ...(bio && { bio }),
    ...(email && { email }),
    ...(verifiedEmails.length > 0 && { verifiedEmails }),
    ...(avatarUrl && { avatarUrl }),
    ...(suspendedAt && { suspendedAt }),
    ...(isOutside && { isOutside }),
  };
}
