import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { mayAdminister } from '../../access/mayAdminister';
import type { Sandbox } from '../../core/Sandbox';
import type { Account, App, User } from '../../core/state';
import type { Env } from '../../http/Env';
import { callbackUrl } from '../../oauth/authorize/oauthErrors';
import { formField, readForm } from '../../oauth/session/form';
import { formTarget } from '../../oauth/session/formTarget';
import { refusedForm, requirePerson } from '../../oauth/session/mountLogin';
import { messagePage, page } from '../../pages/layout';
import { installApp } from '../installations/installApp';
import { installationPath } from '../present/presentInstallation';
import { permissionsMarkup } from './permissionsMarkup';
import { readRepositories, repositoriesField } from './repositoriesField';

const PATH = '/apps/:slug/installations/new';

/** `/apps/{slug}/installations/new`: choose an account (`target_id`), then repositories; from there to the App's setup address. */
export function mountInstallPage(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app: server, sandbox } = options;

  server.get(PATH, context =>
    withSubject(context, ({ app, person, accounts, account }) => {
      if (!account) return choose({ context, app, person, accounts });
      const existing = sandbox.state.installations
        .by('account', account.id)
        .find(({ appId }) => appId === app.id);
      if (existing) {
        return context.redirect(
          installationPath({ sandbox, installation: existing }),
        );
      }
      return page({
        context,
        title: `Install ${app.name} on ${account.login}`,
        formTargets: app.setupUrl ? [formTarget(app.setupUrl)] : [],
        body: html`<form method="post">
          ${formField({ sandbox, context, purpose: `install ${app.id}` })}
          ${repositoriesField({ sandbox, account })}
          <h2>With these permissions</h2>
          ${permissionsMarkup(app)}
          <p><button class="act">Install</button></p>
        </form>`,
      });
    }),
  );

  server.post(PATH, context =>
    withSubject(context, async ({ app, person, account }) => {
      const form = await readForm({
        sandbox,
        context,
        purpose: `install ${app.id}`,
      });
      if (form.outcome === 'refused' || !account) return refusedForm(context);
      const installed = installApp({
        sandbox,
        app,
        account,
        actor: person,
        repositoryIds: readRepositories({ sandbox, account, form }),
      });
      if (installed.outcome === 'private') return unknown(context);
      sandbox.changed();
      const { installation } = installed;
      return context.redirect(
        app.setupUrl
          ? callbackUrl({
              redirectUri: app.setupUrl,
              values: {
                installation_id: String(installation.id),
                setup_action: 'install',
                state: context.req.query('state') ?? null,
              },
            })
          : installationPath({ sandbox, installation }),
      );
    }),
  );

  async function withSubject(
    context: Context<Env>,
    answer: (subject: {
      app: App;
      person: User;
      /** Where the person may install it. */
      accounts: Account[];
      account: Account | undefined;
    }) => Promise<Response> | Response,
  ): Promise<Response> {
    const app = sandbox.state.apps.first(
      'slug',
      context.req.param('slug') ?? '',
    );
    if (!app) return unknown(context);
    const who = requirePerson({ sandbox, context });
    if (who.outcome === 'unknown') return who.response;
    const { person } = who;
    const accounts = [person, ...sandbox.state.organisations.all()].filter(
      account =>
        mayAdminister({ user: person, account }) &&
        (app.public || app.nodeOwnerId === account.id),
    );
    const targetId = Number(context.req.query('target_id'));
    const account = accounts.find(({ id }) => id === targetId);
    return answer({ app, person, accounts, account });
  }

  function choose(given: {
    context: Context<Env>;
    app: App;
    person: User;
    accounts: Account[];
  }) {
    const { context, app, person, accounts } = given;
    const { pathname, searchParams } = new URL(context.req.url);
    const target = (id: number) => {
      const query = new URLSearchParams(searchParams);
      query.set('target_id', String(id));
      return `${pathname}?${query}`;
    };
    return page({
      context,
      title: `Install ${app.name}`,
      body: html`<p>Where, ${person.login}?</p>
        ${accounts.length === 0
          ? html`<p>
              You own no account that it can be installed on.
              ${app.public ? '' : 'It is private to its owner.'}
            </p>`
          : ''}
        <ul class="plain">
          ${accounts.map(
            ({ id, login }) =>
              html`<li><a href="${target(id)}">${login}</a></li>`,
          )}
        </ul>
        <p>
          <a
            href="/login?return_to=${encodeURIComponent(
              `${pathname}?${searchParams}`,
            )}"
          >
            Be somebody else
          </a>
        </p>`,
    });
  }

  function unknown(context: Context<Env>) {
    return messagePage({
      context,
      title: 'Not Found',
      message: 'There is no such App here.',
      status: 404,
    });
  }
}
