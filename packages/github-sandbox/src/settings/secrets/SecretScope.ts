import type { StoredSecret } from '../../core/state';
import type { Access } from '../../http/Route';
import type { SettingsCall } from '../SettingsCall';
import { environmentOf } from '../environments/environmentOf';

/** Where secrets belong to. */
export interface SecretScope {
  /** The path up to `/secrets`. */
  prefix: string;
  on: 'repository' | 'organisation';
  access(level: 'read' | 'write'): Access;
  read(call: SettingsCall): StoredSecret[];
  write(call: SettingsCall, secrets: StoredSecret[]): void;
}

const ofRepository = (permission: string) => (level: 'read' | 'write') => ({
  permission: { name: permission, level },
  role: 'push' as const,
});
const ofOrganisation = (permission: string) => (level: 'read' | 'write') => ({
  permission: { name: permission, level },
  organisation: 'admin' as const,
  scopes: ['admin:org'],
});

export const secretScopes: SecretScope[] = [
  {
    prefix: '/repos/{owner}/{repo}/actions',
    on: 'repository',
    access: ofRepository('secrets'),
    read: ({ repository }) => repository!.secrets,
    write({ repository }, secrets) {
      repository!.secrets = secrets;
    },
  },
  {
    prefix: '/repos/{owner}/{repo}/dependabot',
    on: 'repository',
    access: ofRepository('dependabot_secrets'),
    read: ({ repository }) => repository!.dependabotSecrets,
    write({ repository }, secrets) {
      repository!.dependabotSecrets = secrets;
    },
  },
  {
    prefix: '/repos/{owner}/{repo}/environments/{environment_name}',
    on: 'repository',
    access: ofRepository('environments'),
    read: call => environmentOf(call).secrets,
    write(call, secrets) {
      environmentOf(call).secrets = secrets;
    },
  },
  {
    prefix: '/orgs/{org}/actions',
    on: 'organisation',
    access: ofOrganisation('organization_secrets'),
    read: ({ organisation }) => organisation!.secrets,
    write({ organisation }, secrets) {
      organisation!.secrets = secrets;
    },
  },
  {
    prefix: '/orgs/{org}/dependabot',
    on: 'organisation',
    access: ofOrganisation('organization_dependabot_secrets'),
    read: ({ organisation }) => organisation!.dependabotSecrets ?? [],
    write({ organisation }, secrets) {
      organisation!.dependabotSecrets = secrets;
    },
  },
];
