import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { ALL_SCOPES } from '../../access/scopes';
import type { Sandbox } from '../../core/Sandbox';
import type { User } from '../../core/state';
import type { Env } from '../../http/Env';
import { formField, readForm } from '../../oauth/session/form';
import { refusedForm, requirePerson } from '../../oauth/session/mountLogin';
import { page } from '../../pages/layout';
import { createClassicToken } from '../createPersonalToken';
import { createdPage } from './createdPage';
import { expiryField, readExpiry } from './expiry';

const PATH = '/settings/tokens/new';
const PURPOSE = 'classic token';

/** `/settings/tokens/new`, where a person makes a classic token. As on GitHub `?scopes=repo,user&description=x` fills it in. */
export function mountClassicPage(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app, sandbox } = options;

  app.get(PATH, context => {
    const who = requirePerson({ sandbox, context });
    return who.outcome === 'known'
      ? form({ context, person: who.person })
      : who.response;
  });

  app.post(PATH, async context => {
    const who = requirePerson({ sandbox, context });
    if (who.outcome === 'unknown') return who.response;
    const sent = await readForm({ sandbox, context, purpose: PURPOSE });
    if (sent.outcome === 'refused') return refusedForm(context);
    const created = createClassicToken({
      sandbox,
      user: who.person,
      name: sent.one('name'),
      expiresInDays: readExpiry(sent.one('expires_in')),
      scopes: sent.all('scopes'),
    });
    sandbox.changed();
    return created.outcome === 'created'
      ? createdPage({ context, secret: created.secret })
      : form({ context, person: who.person, problem: created.problem });
  });

  function form(given: {
    context: Context<Env>;
    person: User;
    problem?: string;
  }) {
    const { context, person, problem } = given;
    const scopes = (context.req.query('scopes') ?? '').split(',');
    return page({
      context,
      title: 'New personal access token (classic)',
      status: problem ? 422 : 200,
      body: html`${problem
          ? html`<p class="problem" role="alert">${problem}</p>`
          : ''}
        <p>Of ${person.login}.</p>
        <form method="post">
          ${formField({ sandbox, context, purpose: PURPOSE })}
          <p>
            <label for="name">Note</label><br />
            <input
              type="text"
              id="name"
              name="name"
              required
              value="${context.req.query('description') ?? ''}"
            />
          </p>
          ${expiryField()}
          <fieldset>
            <legend>Scopes</legend>
            ${ALL_SCOPES.map(
              scope =>
                html`<label class="choice">
                  <input
                    type="checkbox"
                    name="scopes"
                    value="${scope}"
                    ${scopes.includes(scope) ? 'checked' : ''}
                  />
                  ${scope}
                </label>`,
            )}
          </fieldset>
          <p><button class="act">Generate token</button></p>
        </form>`,
    });
  }
}
