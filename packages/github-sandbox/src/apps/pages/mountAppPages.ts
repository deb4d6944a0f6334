import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { accountById } from '../../core/names/accountById';
import type { Sandbox } from '../../core/Sandbox';
import type { App } from '../../core/state';
import type { Env } from '../../http/Env';
import { messagePage, page } from '../../pages/layout';
import { installationPath } from '../present/presentInstallation';
import { permissionsMarkup } from './permissionsMarkup';

/** The public page of an App, and the one in the settings of its owner. */
export function mountAppPages(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app: server, sandbox } = options;

  server.get('/apps/:slug', (context, next) => {
    // The API of github.com's layout has the same address.
    const isBrowser = context.req.header('accept')?.includes('text/html');
    return isBrowser ? publicPage(context) : next();
  });
  server.on(
    'GET',
    ['/settings/apps/:slug', '/organizations/:org/settings/apps/:slug'],
    context => settingsPage(context),
  );

  function find(context: Context<Env>): App | undefined {
    return sandbox.state.apps.first('slug', context.req.param('slug') ?? '');
  }

  function publicPage(context: Context<Env>) {
    const app = find(context);
    if (!app) return unknown(context);
    const owner = accountById({ sandbox, id: app.nodeOwnerId });
    return page({
      context,
      title: app.name,
      body: html`<p>${app.description ?? ''}</p>
        <p>
          A GitHub App of ${owner?.login}.
          <a href="${app.externalUrl}" rel="noreferrer">Website</a>,
          <a href="/apps/${app.slug}/installations/new">Install</a>
        </p>
        <h2>Permissions</h2>
        ${permissionsMarkup(app)}`,
    });
  }

  function settingsPage(context: Context<Env>) {
    const app = find(context);
    if (!app) return unknown(context);
    const rows: Array<[string, string]> = [
      ['App ID', String(app.id)],
      ['Client ID', app.clientId],
      ['Callback URLs', app.callbackUrls.join(', ') || 'none'],
      ['Setup URL', app.setupUrl ?? 'none'],
      ['Webhook', app.webhookUrl ?? 'none'],
      ['Webhook is active', app.webhookActive ? 'yes' : 'no'],
      ['Webhook secret', app.webhookSecret ? 'set' : 'none'],
      ['Private keys', String(app.publicKeys.length)],
      ['Public', app.public ? 'yes' : 'no'],
    ];
    return page({
      context,
      title: `Settings of ${app.name}`,
      body: html`<table>
          <tbody>
            ${rows.map(
              ([name, value]) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  <td>${value}</td>
                </tr>`,
            )}
          </tbody>
        </table>
        <h2>Permissions and events</h2>
        ${permissionsMarkup(app)}
        <h2>Installations</h2>
        <ul>
          ${sandbox.state.installations.by('app', app.id).map(
            installation =>
              html`<li>
                <a href="${installationPath({ sandbox, installation })}">
                  ${accountById({ sandbox, id: installation.accountId })?.login}
                </a>
                (${installation.repositorySelection} repositories)
              </li>`,
          )}
        </ul>`,
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
