import { html } from 'hono/html';
import type { Sandbox } from '../../core/Sandbox';
import type { Account, Installation } from '../../core/state';
import type { ReadForm } from '../../oauth/session/form';
import type { Markup } from '../../pages/layout';

/** A choice between all repositories of an account and some; sends `selection` and `repositories`. */
export function repositoriesField(options: {
  sandbox: Sandbox;
  account: Account;
  /** What is chosen now. */
  installation?: Installation;
}): Markup {
  const { sandbox, account, installation } = options;
  const isSelected = installation?.repositorySelection === 'selected';
  const repositories = sandbox.state.repositories
    .by('owner', account.id)
    .sort((a, b) => a.name.localeCompare(b.name));
  return html`<fieldset>
    <legend>Repositories</legend>
    <label class="choice">
      <input
        type="radio"
        name="selection"
        value="all"
        ${isSelected ? '' : 'checked'}
      />
      All repositories
    </label>
    <label class="choice">
      <input
        type="radio"
        name="selection"
        value="selected"
        ${isSelected ? 'checked' : ''}
      />
      Only these
    </label>
    <label for="repositories">Selected repositories</label><br />
    <select id="repositories" name="repositories" multiple size="10">
      ${repositories.map(
        ({ id, name }) =>
          html`<option
            value="${id}"
            ${installation?.repositoryIds.includes(id) ? 'selected' : ''}
          >
            ${name}
          </option>`,
      )}
    </select>
  </fieldset>`;
}

/** The numbers that were chosen among the account's repositories; null: all. */
export function readRepositories(options: {
  sandbox: Sandbox;
  account: Account;
  form: Extract<ReadForm, { outcome: 'read' }>;
}): number[] | null {
  const { sandbox, account, form } = options;
  if (form.one('selection') !== 'selected') return null;
  return form
    .all('repositories')
    .map(Number)
    .filter(id => sandbox.state.repositories.get(id)?.ownerId === account.id);
}
