import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { ssoRequest } from '../../access/sso/ssoRequest';
import type { Sandbox } from '../../core/Sandbox';
import type { Env } from '../../http/Env';
import { formField, readForm } from '../../oauth/session/form';
import { refusedForm } from '../../oauth/session/mountLogin';
import { messagePage, page } from '../../pages/layout';

const PATH = '/orgs/:org/sso';

/** Where the X-GitHub-SSO header leads: a token is authorised for an organisation with SAML. */
export function mountSsoPage(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app, sandbox } = options;

  app.get(PATH, context => {
    const asked = readRequest(context);
    if (!asked) return unknown(context);
    const { organisation, token, user } = asked;
    return page({
      context,
      title: `Single sign-on to ${organisation.login}`,
      body: html`<p>
          ${organisation.login} lets tokens of its members in only after single
          sign-on. There is no identity provider in the sandbox: pressing the
          button is signing on.
        </p>
        <form method="post">
          ${formField({ sandbox, context, purpose: `sso ${token.id}` })}
          <p>
            <button class="act">
              Authorise the token …${token.tail} of ${user.login}
            </button>
          </p>
        </form>`,
    });
  });

  app.post(PATH, async context => {
    const asked = readRequest(context);
    if (!asked) return unknown(context);
    const { organisation, token } = asked;
    const form = await readForm({
      sandbox,
      context,
      purpose: `sso ${token.id}`,
    });
    if (form.outcome === 'refused') return refusedForm(context);
    if (!token.ssoAuthorised.includes(organisation.id)) {
      token.ssoAuthorised.push(organisation.id);
    }
    sandbox.changed();
    return messagePage({
      context,
      title: 'Signed on',
      message: `The token …${token.tail} is authorised for ${organisation.login} now.`,
    });
  });

  function readRequest(context: Context<Env>) {
    const organisation = sandbox.state.organisations.first(
      'login',
      (context.req.param('org') ?? '').toLowerCase(),
    );
    const token =
      organisation &&
      ssoRequest.read({
        sandbox,
        organisation,
        request: context.req.query('authorization_request') ?? '',
      });
    const user = token && sandbox.state.users.get(token.userId ?? 0);
    return user ? { organisation, token, user } : undefined;
  }

  function unknown(context: Context<Env>) {
    return messagePage({
      context,
      title: 'Single sign-on',
      message:
        'This address is not valid any more. Ask for it again with your token, or authorise the token under /settings/tokens.',
      status: 404,
    });
  }
}
