import type { Context } from 'hono';
import { html } from 'hono/html';
import { clientDetails } from '../../access/findClient';
import type { Sandbox } from '../../core/Sandbox';
import type { User } from '../../core/state';
import type { Env } from '../../http/Env';
import { page } from '../../pages/layout';
import { formField } from '../session/form';
import { formTarget } from '../session/formTarget';
import { peopleMarkup, searchMarkup } from '../session/peopleMarkup';
import type { AuthorizationRequest } from './readAuthorization';

/** Lets a person be chosen as whom the application is authorised, and says what it gets. */
export function authorizePage(options: {
  sandbox: Sandbox;
  context: Context<Env>;
  request: AuthorizationRequest;
  purpose: string;
  /** Who comes first in the list. */
  first: User | undefined;
}): Promise<Response> {
  const { sandbox, context, request, purpose, first } = options;
  const { name } = clientDetails(request.client);
  const url = new URL(context.req.url);
  const samlEnforced = sandbox.state.organisations.filter(
    organisation => organisation.samlEnforced,
  );
  return page({
    context,
    title: `Authorise ${name}`,
    // Browsers hold a form to this for the redirect that follows it, too.
    formTargets: [formTarget(request.redirectUri)],
    body: html`<p>
        ${name} wants to sign you in with this GitHub sandbox. Choose the person
        that you want to be.
      </p>
      ${searchMarkup({ sandbox, url })}
      <form method="post">
        ${formField({ sandbox, context, purpose })}
        ${peopleMarkup({
          sandbox,
          query: url.searchParams.get('q') ?? '',
          first,
        })}
        ${samlEnforced.length > 0
          ? html`<label class="choice">
              <input type="checkbox" name="sso" value="yes" checked />
              Sign on to ${samlEnforced.map(({ login }) => login).join(', ')}
              (SAML) as well
            </label>`
          : ''}
        <label class="choice">
          <input type="checkbox" name="remember" value="yes" />
          Do not ask again in this browser
        </label>
        <p><button name="decision" value="cancel">Cancel</button></p>
      </form>
      <h2>What ${name} gets</h2>
      ${asksFor(request)}
      <p class="soft">You will be sent to ${request.redirectUri}.</p>`,
  });
}

function asksFor(request: AuthorizationRequest) {
  if (request.client.kind === 'oauthApp') {
    return request.scopes.length > 0
      ? html`<ul>
          ${request.scopes.map(scope => html`<li><code>${scope}</code></li>`)}
        </ul>`
      : html`<p>What is public about you.</p>`;
  }
  return html`<p>
      To act for you, as far as it is installed and you have rights yourself:
    </p>
    <ul>
      ${Object.entries(request.client.app.permissions).map(
        ([permission, level]) =>
          html`<li><code>${permission}</code> ${level}</li>`,
      )}
    </ul>`;
}
