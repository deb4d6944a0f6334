import type { Organisation, RepositoryPermission } from '../../core/state';
import { readChoice } from '../../http/body/readChoice';
import { readText } from '../../http/body/readText';
import {
  DEFAULT_SETTINGS,
  PROFILE_TEXTS,
  PUBLIC_SETTINGS,
} from './organisationSettings';

const BASE: Record<string, RepositoryPermission | 'none'> = {
  none: 'none',
  read: 'pull',
  write: 'push',
  admin: 'admin',
};

/** Takes over the settings that a body of PATCH names. Throws 422. https://docs.github.com/rest/orgs/orgs#update-an-organization */
export function changeOrganisation(options: {
  organisation: Organisation;
  body: Record<string, unknown>;
}): void {
  const { organisation, body } = options;
  const text = (field: string) => readText({ body, field });
  const settings: Record<string, unknown> = { ...organisation.settings };

  const base = readChoice({
    body,
    field: 'default_repository_permission',
    words: ['read', 'write', 'admin', 'none'],
    resource: 'Organization',
  });
  const creation = readChoice({
    body,
    field: 'members_allowed_repository_creation_type',
    words: ['all', 'private', 'none'],
    resource: 'Organization',
  });
  for (const field of [
    ...PROFILE_TEXTS,
    'billing_email',
    'secret_scanning_push_protection_custom_link',
  ]) {
    const value = text(field);
    if (value !== undefined) settings[field] = value || null;
  }
  for (const field of Object.keys({
    ...DEFAULT_SETTINGS,
    ...PUBLIC_SETTINGS,
  })) {
    if (typeof body[field] === 'boolean') settings[field] = body[field];
  }
  for (const field of [
    'name',
    'description',
    'email',
    'blog',
    'location',
  ] as const) {
    const value = text(field);
    if (value !== undefined) organisation[field] = value || null;
  }
  if (base) organisation.defaultRepositoryPermission = BASE[base];
  if (typeof body.members_can_create_repositories === 'boolean') {
    organisation.membersCanCreateRepositories =
      body.members_can_create_repositories;
  }
  if (creation) {
    settings.members_allowed_repository_creation_type = creation;
    organisation.membersCanCreateRepositories = creation !== 'none';
  }
  organisation.settings = settings;
}
