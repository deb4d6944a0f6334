import type { Context, Hono } from 'hono';
import { organisationRoleOf } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { User } from '../../core/state';
import type { Env } from '../../http/Env';
import { messagePage } from '../../pages/layout';
import { readForm } from '../session/form';
import { refusedForm } from '../session/mountLogin';
import {
  findPerson,
  isUnasked,
  rememberedPerson,
  rememberPerson,
  rememberUnasked,
} from '../session/person';
import { authorizePage } from './authorizePage';
import { grantAccess, sufficientGrant } from './grantAccess';
import { callbackUrl, oauthErrors } from './oauthErrors';
import { readAuthorization } from './readAuthorization';
import type { AuthorizationRequest } from './readAuthorization';

const PATH = '/login/oauth/authorize';

/** `/login/oauth/authorize`: the page, and the form on it. */
export function mountAuthorize(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app, sandbox } = options;

  app.get(PATH, context =>
    withRequest({ sandbox, context }, request => {
      const remembered = rememberedPerson({ sandbox, context });
      const suggested = request.login
        ? findPerson({ sandbox, login: request.login })
        : undefined;
      const mustAsk =
        !isUnasked(context) ||
        request.choose ||
        (suggested && suggested !== remembered);
      const grant =
        remembered && !mustAsk
          ? sufficientGrant({ sandbox, user: remembered, request })
          : undefined;
      if (remembered && grant) {
        return granted({
          sandbox,
          context,
          request,
          person: remembered,
          ssoAuthorised: grant.ssoAuthorised ?? [],
        });
      }
      return authorizePage({
        sandbox,
        context,
        request,
        purpose: purposeOf(request),
        first: suggested ?? remembered,
      });
    }),
  );

  app.post(PATH, context =>
    withRequest({ sandbox, context }, async request => {
      const form = await readForm({
        sandbox,
        context,
        purpose: purposeOf(request),
      });
      if (form.outcome === 'refused') return refusedForm(context);
      const { redirectUri, state } = request;
      if (form.one('decision') === 'cancel') {
        return context.redirect(
          callbackUrl({
            redirectUri,
            values: { ...oauthErrors.accessDenied, state },
          }),
        );
      }
      const person = findPerson({ sandbox, login: form.one('login') });
      if (!person) return refusedForm(context);
      // As on GitHub, who has signed an application in is signed in here, too: links from it lead to pages that the person may see.
      rememberPerson({ sandbox, context, person });
      if (form.one('remember') === 'yes') rememberUnasked(context);
      return granted({
        sandbox,
        context,
        request,
        person,
        ssoAuthorised:
          form.one('sso') === 'yes' ? samlOrganisations(person) : [],
      });
    }),
  );

  /** Those that enforce SAML and that a person is a member of. */
  function samlOrganisations(person: User): number[] {
    return sandbox.state.organisations
      .filter(
        organisation =>
          organisation.samlEnforced &&
          organisationRoleOf({ user: person, organisation }) !== undefined,
      )
      .map(({ id }) => id);
  }
}

/** What the form is bound to: everything that decides who gets what. */
function purposeOf(request: AuthorizationRequest): string {
  const { client, redirectUri, scopes, state, codeChallenge } = request;
  const { id } = client.kind === 'app' ? client.app : client.oauthApp;
  return JSON.stringify([id, redirectUri, scopes, state, codeChallenge]);
}

async function withRequest(
  options: { sandbox: Sandbox; context: Context<Env> },
  answer: (request: AuthorizationRequest) => Promise<Response> | Response,
): Promise<Response> {
  const { sandbox, context } = options;
  context.get('entry').route = `${context.req.method} ${PATH}`;
  const read = readAuthorization({
    sandbox,
    query: new URL(context.req.url).searchParams,
  });
  switch (read.outcome) {
    case 'valid':
      return answer(read.request);
    case 'redirect':
      return context.redirect(read.location);
    case 'noCallback':
      return messagePage({
        context,
        title: 'No callback',
        message: 'The application has registered no callback URL.',
        status: 422,
      });
    default:
      return messagePage({
        context,
        title: 'Not Found',
        message: 'No application here has this client_id.',
        status: 404,
      });
  }
}

function granted(options: {
  sandbox: Sandbox;
  context: Context<Env>;
  request: AuthorizationRequest;
  person: User;
  ssoAuthorised: number[];
}): Response {
  const { sandbox, context, request, person, ssoAuthorised } = options;
  const { code } = grantAccess({
    sandbox,
    user: person,
    request,
    ssoAuthorised,
  });
  const { redirectUri, state } = request;
  return context.redirect(
    callbackUrl({ redirectUri, values: { code, state } }),
  );
}
