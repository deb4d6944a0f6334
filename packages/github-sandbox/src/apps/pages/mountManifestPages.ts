import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { mayAdminister } from '../../access/mayAdminister';
import type { Sandbox } from '../../core/Sandbox';
import type { Account, Organisation } from '../../core/state';
import type { Env } from '../../http/Env';
import { readFields } from '../../http/readFields';
import { callbackUrl } from '../../oauth/authorize/oauthErrors';
import { formField, readForm } from '../../oauth/session/form';
import { formTarget } from '../../oauth/session/formTarget';
import { refusedForm } from '../../oauth/session/mountLogin';
import {
  findPerson,
  listPeople,
  rememberedPerson,
} from '../../oauth/session/person';
import { messagePage, page } from '../../pages/layout';
import { createAppFromManifest } from '../manifest/createAppFromManifest';
import { readManifest } from '../manifest/readManifest';
import type { Manifest } from '../manifest/readManifest';
import { permissionsMarkup } from './permissionsMarkup';

const OWN = '/settings/apps/new';
const OF_ORGANISATION = '/organizations/:org/settings/apps/new';

/**
 * The manifest flow: an application sends its manifest here by a form, a person says yes, and the application gets a code.
 * https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest
 */
export function mountManifestPages(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app, sandbox } = options;

  app.on('GET', [OWN, OF_ORGANISATION], context =>
    page({
      context,
      title: 'Register a GitHub App',
      body: html`<form method="post">
        <p>
          <label for="manifest">Manifest (JSON)</label><br />
          <textarea
            id="manifest"
            name="manifest"
            rows="16"
            cols="60"
            required
          ></textarea>
        </p>
        <p><button class="act">Go on</button></p>
      </form>`,
    }),
  );

  app.on('POST', [OWN, OF_ORGANISATION], async context => {
    const organisation = organisationOf(context);
    if (context.req.param('org') && !organisation) {
      return messagePage({
        context,
        title: 'Not Found',
        message: 'There is no such organisation here.',
        status: 404,
      });
    }
    const fields = await readFields(context.req.raw);
    const manifest = fields?.get('manifest');
    const text = typeof manifest === 'string' ? manifest : '';
    const read = readManifest(text);
    if (read.outcome === 'invalid') {
      return page({
        context,
        title: 'The manifest is not valid',
        status: 422,
        body: html`<ul>
          ${read.problems.map(problem => html`<li>${problem}</li>`)}
        </ul>`,
      });
    }
    const state = context.req.query('state') ?? null;
    const asked = { context, organisation, text, manifest: read.manifest };
    return fields?.get('confirmed') === 'yes'
      ? create({ ...asked, state })
      : confirm(asked);
  });

  interface Asked {
    context: Context<Env>;
    organisation: Organisation | undefined;
    text: string;
    manifest: Manifest;
  }

  /** The form is bound to what it creates. */
  function purposeOf({ organisation, text }: Asked) {
    const digest = createHash('sha256').update(text).digest('hex');
    return `manifest ${organisation?.id ?? 'own'} ${digest}`;
  }

  function confirm(asked: Asked & { problem?: string }) {
    const { context, organisation, text, manifest, problem } = asked;
    const people = listPeople({ sandbox }).filter(
      user => !organisation || mayAdminister({ user, account: organisation }),
    );
    const remembered = rememberedPerson({ sandbox, context });
    return page({
      context,
      title: 'Create a GitHub App',
      status: problem ? 422 : 200,
      formTargets: manifest.redirectUrl
        ? [formTarget(manifest.redirectUrl)]
        : [],
      body: html`${problem
          ? html`<p class="problem" role="alert">${problem}</p>`
          : ''}
        <p>For ${organisation ? organisation.login : 'your own account'}.</p>
        <form method="post">
          ${formField({ sandbox, context, purpose: purposeOf(asked) })}
          <input type="hidden" name="manifest" value="${text}" />
          <input type="hidden" name="confirmed" value="yes" />
          <p>
            <label for="name">Name</label><br />
            <input
              type="text"
              id="name"
              name="name"
              required
              maxlength="34"
              value="${manifest.name ?? ''}"
            />
          </p>
          <p>
            <label for="login">As</label><br />
            <select id="login" name="login">
              ${people.map(
                ({ login }) =>
                  html`<option
                    value="${login}"
                    ${login === remembered?.login ? 'selected' : ''}
                  >
                    ${login}
                  </option>`,
              )}
            </select>
          </p>
          <h2>Permissions</h2>
          ${permissionsMarkup(manifest)}
          <p><button class="act">Create GitHub App</button></p>
        </form>`,
    });
  }

  async function create(asked: Asked & { state: string | null }) {
    const { context, organisation, manifest, state } = asked;
    const form = await readForm({
      sandbox,
      context,
      purpose: purposeOf(asked),
    });
    if (form.outcome === 'refused') return refusedForm(context);
    const person = findPerson({ sandbox, login: form.one('login') });
    const owner: Account | undefined = organisation ?? person;
    if (!person || !owner || !mayAdminister({ user: person, account: owner })) {
      return confirm({
        ...asked,
        problem: 'Only owners register Apps of an organisation.',
      });
    }
    const created = createAppFromManifest({
      sandbox,
      owner,
      actor: person,
      manifest,
      name: form.one('name'),
    });
    if (created.outcome === 'invalidName') {
      return confirm({ ...asked, problem: created.message });
    }
    sandbox.changed();
    const { code, app: made } = created;
    return context.redirect(
      manifest.redirectUrl
        ? callbackUrl({
            redirectUri: manifest.redirectUrl,
            values: { code, state },
          })
        : `/apps/${made.slug}`,
    );
  }

  function organisationOf(context: Context<Env>): Organisation | undefined {
    return sandbox.state.organisations.first(
      'login',
      (context.req.param('org') ?? '').toLowerCase(),
    );
  }
}
