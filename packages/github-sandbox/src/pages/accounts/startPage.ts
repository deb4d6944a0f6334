import { html } from 'hono/html';
import { formField } from '../../oauth/session/form';
import { page } from '../layout';
import type { PageContext } from '../PageContext';

/** What there is, and where to go on. */
export function startPage(options: PageContext): Promise<Response> {
  const { sandbox, context, person } = options;
  const { organisations, users } = sandbox.state;
  return page({
    context,
    title: 'A GitHub for trials',
    body: html`<p>
        It answers as GitHub does: REST at
        <code>${sandbox.baseUrl}/api/v3</code>, GraphQL at
        <code>${sandbox.baseUrl}/api/graphql</code>, git, OAuth, Apps, webhooks
        and Actions. What happens here stays here.
      </p>
      <h2>Organisations</h2>
      <ul class="plain">
        ${organisations.all().map(
          ({ login, name, description }) => html`<li>
            <a href="/${login}">${name ?? login}</a><br />
            <span class="soft">${description}</span>
          </li>`,
        )}
      </ul>
      <h2>You</h2>
      ${person
        ? html`<p>
              You are
              <a href="/${person.login}">${person.name ?? person.login}</a>.
              <a href="/settings/tokens">Tokens</a> ·
              <a href="/login">Be somebody else</a>
            </p>
            <form method="post" action="/logout">
              ${formField({ sandbox, context, purpose: 'logout' })}
              <button>Be nobody</button>
            </form>`
        : html`<p>
            You are nobody, who sees what is public.
            <a href="/login"
              >Be one of the
              ${users.filter(({ type }) => type === 'User').length} people</a
            >.
          </p>`}`,
  });
}
