import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Sandbox } from '../../core/Sandbox';
import type { User } from '../../core/state';
import type { Env } from '../../http/Env';
import { formField, readForm } from '../../oauth/session/form';
import { refusedForm, requirePerson } from '../../oauth/session/mountLogin';
import { page } from '../../pages/layout';
import { createFineGrainedToken } from '../createPersonalToken';
import { createdPage } from './createdPage';
import { readExpiry } from './expiry';
import {
  fineGrainedFields,
  readFineGrainedForm,
  resourceOwnersOf,
} from './fineGrainedForm';

const PATH = '/settings/personal-access-tokens/new';
const PURPOSE = 'fine-grained token';

/**
 * `/settings/personal-access-tokens/new`, where a person makes a fine-grained token. As on GitHub `?target_name=acme&name=x&contents=read`
 * fills it in.
 */
export function mountFineGrainedPage(options: {
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
    const { person } = who;
    const sent = await readForm({ sandbox, context, purpose: PURPOSE });
    if (sent.outcome === 'refused') return refusedForm(context);
    const created = createFineGrainedToken({
      sandbox,
      user: person,
      name: sent.one('name'),
      expiresInDays: readExpiry(sent.one('expires_in')),
      resourceOwnerId: ownerOf({ context, person }).id,
      ...readFineGrainedForm(sent),
    });
    sandbox.changed();
    return created.outcome === 'created'
      ? createdPage({ context, secret: created.secret })
      : form({ context, person, problem: created.problem });
  });

  function ownerOf(given: { context: Context<Env>; person: User }) {
    const owners = resourceOwnersOf({ sandbox, user: given.person });
    const wanted = given.context.req.query('target_name')?.toLowerCase();
    return (
      owners.find(({ login }) => login.toLowerCase() === wanted) ?? owners[0]
    );
  }

  function form(given: {
    context: Context<Env>;
    person: User;
    problem?: string;
  }) {
    const { context, person, problem } = given;
    const owner = ownerOf({ context, person });
    return page({
      context,
      title: 'New fine-grained personal access token',
      status: problem ? 422 : 200,
      body: html`${problem
          ? html`<p class="problem" role="alert">${problem}</p>`
          : ''}
        <p>
          Of ${person.login}, for resources of
          <strong>${owner.login}</strong>. Resource owners:
          ${resourceOwnersOf({ sandbox, user: person }).map(
            ({ login }) =>
              html`<a href="${PATH}?target_name=${login}">${login}</a> `,
          )}
        </p>
        <form method="post">
          ${formField({ sandbox, context, purpose: PURPOSE })}
          ${fineGrainedFields({
            sandbox,
            user: person,
            owner,
            query: new URL(context.req.url).searchParams,
          })}
          <p><button class="act">Generate token</button></p>
        </form>`,
    });
  }
}
