import type { StoredVariable } from '../../core/state';
import type { Access } from '../../http/Route';
import { environmentOf } from '../environments/environmentOf';
import type { SettingsCall } from '../SettingsCall';

/** Where variables belong to. */
export interface VariableScope {
  /** The path up to `/variables`. */
  prefix: string;
  on: 'repository' | 'organisation';
  access(level: 'read' | 'write'): Access;
  read(call: SettingsCall): StoredVariable[];
  write(call: SettingsCall, variables: StoredVariable[]): void;
}

export const variableScopes: VariableScope[] = [
  {
    prefix: '/repos/{owner}/{repo}/actions',
    on: 'repository',
    access: level => ({
      permission: { name: 'actions_variables', level },
      role: 'push',
    }),
    read: ({ repository }) => repository!.variables,
    write({ repository }, variables) {
      repository!.variables = variables;
    },
  },
  {
    prefix: '/repos/{owner}/{repo}/environments/{environment_name}',
    on: 'repository',
    access: level => ({
      permission: { name: 'environments', level },
      role: 'push',
    }),
    read: call => environmentOf(call).variables,
    write(call, variables) {
      environmentOf(call).variables = variables;
    },
  },
  {
    prefix: '/orgs/{org}/actions',
    on: 'organisation',
    access: level => ({
      permission: { name: 'organization_actions_variables', level },
      organisation: 'admin',
      scopes: ['admin:org'],
    }),
    read: ({ organisation }) => organisation!.variables,
    write({ organisation }, variables) {
      organisation!.variables = variables;
    },
  },
];
