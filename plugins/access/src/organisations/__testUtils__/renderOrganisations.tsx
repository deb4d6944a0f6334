import { renderTestApp } from '@backstage/frontend-test-utils';
import type {
  OrganisationData,
  PeopleChange,
  PeopleSource,
  PeopleSync,
} from '@callboard/plugin-access-common';
import { accessPlugin } from '../../plugin';
import {
  organisationsApiRef,
  type OrganisationsApi,
} from '../api/OrganisationsApi';

/** So many minutes before now, with half a minute more so that it stays so while a test runs. */
export const ago = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000 - 30_000).toISOString();

export const change = (...names: string[]): PeopleChange => ({
  count: names.length,
  users: names.filter(name => name.startsWith('user:')).length,
  names,
});

export function aSync(more: Partial<PeopleSync> = {}): PeopleSync {
  return {
    id: 'sync-1',
    startedAt: ago(4),
    endedAt: ago(4),
    by: 'schedule',
    outcome: 'read',
    users: 1_204,
    groups: 31,
    added: change(),
    changed: change(),
    removed: change(),
    conflicts: change(),
    notices: [],
    ...more,
  };
}

export function aSource(more: Partial<PeopleSource> = {}): PeopleSource {
  const sync = aSync();
  return {
    id: 'LdapOrgEntityProvider:default',
    kind: 'ldap',
    title: 'LDAP directory ldaps://ldap.acme.example',
    configKey: 'catalog.providers.ldapOrg.default',
    users: 1_204,
    groups: 31,
    schedule: { everyMs: 3_600_000, nextAt: ago(-57) },
    lastReadAt: sync.endedAt,
    lastSync: sync,
    syncs: [sync],
    invalid: [],
    invalidCount: 0,
    troubles: [],
    canSync: true,
    ...more,
  };
}

/** Renders the tab in an app of this plugin. */
export function renderOrganisations(
  options: {
    answer?: Partial<OrganisationData>;
    api?: Partial<OrganisationsApi>;
  } = {},
) {
  const api = {
    read: jest.fn(
      async (): Promise<OrganisationData> => ({
        sources: [],
        mayManage: true,
        ...options.answer,
      }),
    ),
    sync: jest.fn(async () => {}),
    ...options.api,
  } as jest.Mocked<OrganisationsApi>;
  const baseUrl = 'https://portal.acme.example';
  const rendered = renderTestApp({
    features: [accessPlugin],
    initialRouteEntries: ['/access/organisations'],
    config: { app: { baseUrl }, backend: { baseUrl } },
    apis: [[organisationsApiRef, api]],
  });
  return { ...rendered, api };
}
