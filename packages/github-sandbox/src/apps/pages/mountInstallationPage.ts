import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { mayAdminister } from '../../access/mayAdminister';
import { accountById } from '../../core/names/accountById';
import type { Sandbox } from '../../core/Sandbox';
import type { Account, App, Installation, User } from '../../core/state';
import type { Env } from '../../http/Env';
import { formField, readForm } from '../../oauth/session/form';
import { refusedForm, requirePerson } from '../../oauth/session/mountLogin';
import { messagePage, page } from '../../pages/layout';
import { deleteInstallation } from '../installations/deleteInstallation';
import { selectRepositories } from '../installations/selectRepositories';
import {
  suspendInstallation,
  unsuspendInstallation,
} from '../installations/suspendInstallation';
import { permissionsMarkup } from './permissionsMarkup';
import { readRepositories, repositoriesField } from './repositoriesField';

const PATHS = [
  '/settings/installations/:id{[0-9]+}',
  '/organizations/:org/settings/installations/:id{[0-9]+}',
];

/** The page of an installation: its repositories, and the ways to suspend and uninstall it. */
export function mountInstallationPage(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app: server, sandbox } = options;

  server.on('GET', PATHS, context =>
    withSubject(context, ({ app, account, installation }) =>
      page({
        context,
        title: `${app.name} on ${account.login}`,
        body: html`${installation.suspendedAt
            ? html`<p class="problem">
                Suspended since ${installation.suspendedAt}.
              </p>`
            : ''}
          <form method="post">
            ${formField({
              sandbox,
              context,
              purpose: `installation ${installation.id}`,
            })}
            ${repositoriesField({ sandbox, account, installation })}
            <p>
              <button class="act" name="action" value="save">Save</button>
              ${installation.suspendedAt
                ? html`<button name="action" value="unsuspend">
                    Unsuspend
                  </button>`
                : html`<button name="action" value="suspend">Suspend</button>`}
              <button name="action" value="uninstall">Uninstall</button>
            </p>
          </form>
          <h2>Permissions</h2>
          ${permissionsMarkup(installation)}
          <p><a href="/apps/${app.slug}">${app.name}</a></p>`,
      }),
    ),
  );

  server.on('POST', PATHS, context =>
    withSubject(context, async ({ person, account, app, installation }) => {
      const form = await readForm({
        sandbox,
        context,
        purpose: `installation ${installation.id}`,
      });
      if (form.outcome === 'refused') return refusedForm(context);
      const change = { sandbox, installation, actor: person };
      switch (form.one('action')) {
        case 'suspend':
          suspendInstallation(change);
          break;
        case 'unsuspend':
          unsuspendInstallation(change);
          break;
        case 'uninstall':
          deleteInstallation(change);
          sandbox.changed();
          return context.redirect(`/apps/${app.slug}`);
        default:
          selectRepositories({
            ...change,
            repositoryIds: readRepositories({ sandbox, account, form }),
          });
      }
      sandbox.changed();
      return context.redirect(new URL(context.req.url).pathname);
    }),
  );

  async function withSubject(
    context: Context<Env>,
    answer: (subject: {
      installation: Installation;
      app: App;
      account: Account;
      person: User;
    }) => Promise<Response> | Response,
  ): Promise<Response> {
    const who = requirePerson({ sandbox, context });
    if (who.outcome === 'unknown') return who.response;
    const { person } = who;
    const installation = sandbox.state.installations.get(
      Number(context.req.param('id')),
    );
    const app = installation && sandbox.state.apps.get(installation.appId);
    const account =
      installation && accountById({ sandbox, id: installation.accountId });
    return app && account && mayAdminister({ user: person, account })
      ? answer({ installation, app, account, person })
      : messagePage({
          context,
          title: 'Not Found',
          message: `There is no such installation, or ${person.login} does not own its account.`,
          status: 404,
        });
  }
}
