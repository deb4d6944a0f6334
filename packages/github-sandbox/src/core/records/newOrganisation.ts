import type { Sandbox } from '../Sandbox';
import type { Organisation } from '../state';

/** Adds an organisation without members. */
export function newOrganisation(options: {
  sandbox: Sandbox;
  login: string;
  values?: Partial<Omit<Organisation, 'id' | 'kind' | 'login'>>;
}): Organisation {
  const { sandbox, login, values } = options;
  const now = sandbox.clock.iso();
  return sandbox.state.organisations.insert({
    id: sandbox.nextId(),
    kind: 'organisation',
    type: 'Organization',
    login,
    name: null,
    description: null,
    email: null,
    blog: null,
    location: null,
    createdAt: now,
    updatedAt: now,
    samlEnforced: false,
    defaultRepositoryPermission: 'pull',
    membersCanCreateRepositories: true,
    members: [],
    blockedUserIds: [],
    secrets: [],
    variables: [],
    ...values,
  });
}
