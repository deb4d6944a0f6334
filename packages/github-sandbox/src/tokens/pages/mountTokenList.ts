import type { Hono } from 'hono';
import { html } from 'hono/html';
import { organisationRoleOf } from '../../access/organisationRoleOf';
import { revokeToken } from '../../access/revokeToken';
import type { Sandbox } from '../../core/Sandbox';
import type { Organisation, Token, User } from '../../core/state';
import type { Env } from '../../http/Env';
import { formField, readForm } from '../../oauth/session/form';
import { refusedForm, requirePerson } from '../../oauth/session/mountLogin';
import { messagePage, page } from '../../pages/layout';

const PURPOSE = 'token list';

/** `/settings/tokens`: a person's tokens, which can be deleted and authorised for organisations with SAML. */
export function mountTokenList(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app, sandbox } = options;

  app.get('/settings/personal-access-tokens', context =>
    context.redirect('/settings/tokens'),
  );

  app.get('/settings/tokens', context => {
    const who = requirePerson({ sandbox, context });
    if (who.outcome === 'unknown') return who.response;
    const { person } = who;
    const tokens = tokensOf({ sandbox, user: person });
    const organisations = sandbox.state.organisations.filter(
      organisation =>
        organisation.samlEnforced &&
        organisationRoleOf({ user: person, organisation }) !== undefined,
    );
    const field = formField({ sandbox, context, purpose: PURPOSE });
    return page({
      context,
      title: 'Personal access tokens',
      body: html`<p>
          Of ${person.login}. New:
          <a href="/settings/tokens/new">classic</a>,
          <a href="/settings/personal-access-tokens/new">fine-grained</a>.
        </p>
        ${tokens.length === 0 ? html`<p>There are none.</p>` : ''}
        <ul class="plain">
          ${tokens.map(
            token => html`<li>
              <form method="post" action="/settings/tokens/${token.id}">
                ${field}
                <strong>${token.name ?? 'Without a name'}</strong>
                <span class="soft">
                  …${token.tail}, ${describe(token)}, used
                  ${token.lastUsedAt ?? 'never'}, ends
                  ${token.expiresAt ?? 'never'}
                </span>
                <br />
                ${organisations.map(organisation =>
                  signOnButton({ token, organisation }),
                )}
                <button name="action" value="delete">
                  Delete ${token.name ?? token.tail}
                </button>
              </form>
            </li>`,
          )}
        </ul>
        <form method="post" action="/logout">
          ${formField({ sandbox, context, purpose: 'logout' })}
          <p><button>Be somebody else</button></p>
        </form>`,
    });
  });

  app.post('/settings/tokens/:id{[0-9]+}', async context => {
    const who = requirePerson({ sandbox, context });
    if (who.outcome === 'unknown') return who.response;
    const form = await readForm({ sandbox, context, purpose: PURPOSE });
    if (form.outcome === 'refused') return refusedForm(context);
    const token = tokensOf({ sandbox, user: who.person }).find(
      ({ id }) => id === Number(context.req.param('id')),
    );
    if (!token) {
      return messagePage({
        context,
        title: 'Not Found',
        message: 'This is not a token of yours.',
        status: 404,
      });
    }
    const organisationId = Number(form.one('sso'));
    if (form.one('action') === 'delete') revokeToken({ sandbox, token });
    else if (token.ssoAuthorised.includes(organisationId)) {
      token.ssoAuthorised = token.ssoAuthorised.filter(
        id => id !== organisationId,
      );
    } else token.ssoAuthorised.push(organisationId);
    sandbox.changed();
    return context.redirect('/settings/tokens');
  });
}

function tokensOf(options: { sandbox: Sandbox; user: User }): Token[] {
  const now = options.sandbox.clock.iso();
  return options.sandbox.state.tokens.filter(
    ({ kind, userId, revokedAt, expiresAt }) =>
      (kind === 'classic' || kind === 'fineGrained') &&
      userId === options.user.id &&
      revokedAt === null &&
      (expiresAt === null || expiresAt > now),
  );
}

function describe(token: Token): string {
  return token.kind === 'classic'
    ? `classic: ${token.scopes.join(', ') || 'no scopes'}`
    : `fine-grained: ${Object.entries(token.permissions)
        .map(([name, level]) => `${name} ${level}`)
        .join(', ')}`;
}

function signOnButton(options: { token: Token; organisation: Organisation }) {
  const { token, organisation } = options;
  if (token.resourceOwnerId === organisation.id) return '';
  return html`<button name="sso" value="${organisation.id}">
    ${token.ssoAuthorised.includes(organisation.id)
      ? `Deauthorise for ${organisation.login}`
      : `Authorise for ${organisation.login}`}
  </button> `;
}
