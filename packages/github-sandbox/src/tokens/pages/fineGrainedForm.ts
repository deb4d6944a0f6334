import { html } from 'hono/html';
import { canSeeAs } from '../canSeeAs';
import { organisationRoleOf } from '../../access/organisationRoleOf';
import type { Sandbox } from '../../core/Sandbox';
import type { Account, Permissions, User } from '../../core/state';
import type { ReadForm } from '../../oauth/session/form';
import type { Markup } from '../../pages/layout';
import {
  ACCOUNT_PERMISSIONS,
  ORGANISATION_PERMISSIONS,
  REPOSITORY_PERMISSIONS,
} from '../permissionNames';
import { expiryField } from './expiry';

type SentForm = Extract<ReadForm, { outcome: 'read' }>;

/** The accounts whose resources a person's fine-grained token may use: the person, and their organisations. */
export function resourceOwnersOf(options: {
  sandbox: Sandbox;
  user: User;
}): Account[] {
  const { sandbox, user } = options;
  return [
    user,
    ...sandbox.state.organisations.filter(
      organisation => organisationRoleOf({ user, organisation }) !== undefined,
    ),
  ];
}

/** The fields of a new fine-grained token for one resource owner. `query` fills them in, as on GitHub. */
export function fineGrainedFields(options: {
  sandbox: Sandbox;
  user: User;
  owner: Account;
  query: URLSearchParams;
}): Markup {
  const { sandbox, user, owner, query } = options;
  const repositories = sandbox.state.repositories
    .by('owner', owner.id)
    .filter(repository => canSeeAs({ sandbox, user, repository }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return html`<p>
      <label for="name">Token name</label><br />
      <input
        type="text"
        id="name"
        name="name"
        required
        value="${query.get('name') ?? ''}"
      />
    </p>
    ${expiryField(query.get('expires_in') ?? '30')}
    <fieldset>
      <legend>Repository access</legend>
      <label class="choice">
        <input type="radio" name="access" value="public" checked />
        Public repositories
      </label>
      <label class="choice">
        <input type="radio" name="access" value="all" />
        All repositories of ${owner.login}
      </label>
      <label class="choice">
        <input type="radio" name="access" value="selected" />
        Only these
      </label>
      <label for="repositories">Repositories</label><br />
      <select id="repositories" name="repositories" multiple size="8">
        ${repositories.map(
          ({ id, name }) => html`<option value="${id}">${name}</option>`,
        )}
      </select>
    </fieldset>
    ${permissionFields({
      legend: 'Repository permissions',
      names: REPOSITORY_PERMISSIONS,
      query,
    })}
    ${permissionFields(
      owner.kind === 'organisation'
        ? {
            legend: 'Organisation permissions',
            names: ORGANISATION_PERMISSIONS,
            query,
          }
        : { legend: 'Account permissions', names: ACCOUNT_PERMISSIONS, query },
    )}`;
}

function permissionFields(options: {
  legend: string;
  names: string[];
  query: URLSearchParams;
}): Markup {
  const { legend, names, query } = options;
  return html`<fieldset>
    <legend>${legend}</legend>
    ${names.map(name => {
      const chosen = query.get(name) ?? '';
      return html`<p>
        <label for="${name}">${name}</label>
        <select id="${name}" name="permission:${name}">
          ${['', 'read', 'write'].map(
            level =>
              html`<option
                value="${level}"
                ${level === chosen ? 'selected' : ''}
              >
                ${level || 'no access'}
              </option>`,
          )}
        </select>
      </p>`;
    })}
  </fieldset>`;
}

/** What was chosen. */
export function readFineGrainedForm(form: SentForm): {
  repositoryIds: number[] | null;
  permissions: Permissions;
} {
  const access = form.one('access');
  const chosen = access === 'selected' ? form.all('repositories') : [];
  const names = [
    ...REPOSITORY_PERMISSIONS,
    ...ORGANISATION_PERMISSIONS,
    ...ACCOUNT_PERMISSIONS,
  ];
  const permissions: Permissions = {};
  for (const name of names) {
    const level = form.one(`permission:${name}`);
    if (level === 'read' || level === 'write') permissions[name] = level;
  }
  return {
    repositoryIds: access === 'all' ? null : chosen.map(Number),
    permissions,
  };
}
