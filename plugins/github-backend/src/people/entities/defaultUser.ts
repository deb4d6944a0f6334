import type { UserEntity } from '@backstage/catalog-model';
import type { TransformedUser } from '../transforms/PeopleTransforms';
import { USER_ID, USER_LOGIN } from './annotations';

/** The user that stock makes of a person. `useVerifiedEmails` prefers an address at a domain of the organisation. */
export function defaultUser(options: {
  item: TransformedUser;
  useVerifiedEmails: boolean;
}): UserEntity {
  const { item, useVerifiedEmails } = options;
  const { login, id, bio, name, avatarUrl } = item;
  const [verified] = useVerifiedEmails
    ? item.organizationVerifiedDomainEmails ?? []
    : [];
  // Without the part that only sorts mail: ada+github@acme.example.
  const email = verified?.replace(/\+[^@]*/, '') ?? item.email;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name: login,
      annotations: { [USER_LOGIN]: login, ...(id && { [USER_ID]: id }) },
      ...(bio && { description: bio }),
    },
    spec: {
      profile: {
        ...(name && { displayName: name }),
        ...(email && { email }),
        ...(avatarUrl && { picture: avatarUrl }),
      },
      memberOf: [],
    },
  };
}
