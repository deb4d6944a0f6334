import type { components } from '@octokit/openapi-types';
import { createOAuthCodes } from '../createOAuthCodes';
import {
  json,
  startStandIn,
  type StandIn,
  type StandInAnswer,
  type StandInRequest,
} from '../startStandIn';
import { answerGitHubQuery } from './answerGitHubQuery';
import type { GitHubApp } from './createGitHubApp';
import { createGitHubUser, gitHubPeople } from './gitHubPeople';

type Schemas = components['schemas'];

/**
 * A GitHub Enterprise Server as far as the portal asks it: the REST API under `/api/v3`, GraphQL with GitHub's own schema, and sign-in
 * through an OAuth App. There is one organisation, `acme`, with one repository and one team.
 */
export async function startGitHub(options: {
  token?: string;
  app?: GitHubApp;
  oauth?: { clientId: string; clientSecret: string; redirectUri: string };
  /** Text of `catalog-info.yaml` in the repository acme/web. */
  catalogInfo: string;
}): Promise<StandIn> {
  const { token, app, catalogInfo } = options;
  const codes = options.oauth && createOAuthCodes(options.oauth);
  const enterprise = { 'x-github-enterprise-version': '3.18.0' };

  return startStandIn({
    name: 'GitHub',
    refuse: request =>
      request.url.pathname.startsWith('/login/oauth/') ||
      carries(request, token) ||
      carries(request, app?.token) ||
      app?.isSigned(request) ||
      codes?.isSignedIn(request)
        ? undefined
        : json<Schemas['basic-error']>(
            { message: 'Bad credentials' },
            { status: 401 },
          ),
    routes: url => ({
      ...app?.routes(url),
      'GET /login/oauth/authorize': request =>
        codes?.authorize(request) ?? notFound(),
      'POST /login/oauth/access_token': request =>
        codes?.exchange(request) ?? notFound(),
      'GET /api/v3/versions': () =>
        json<string[]>(['2022-11-28'], { headers: enterprise }),
      'GET /api/v3/user': () =>
        json<Schemas['private-user']>({
          ...createGitHubUser(url, gitHubPeople[0]),
          email: gitHubPeople[0].email,
          private_gists: 0,
          total_private_repos: 0,
          owned_private_repos: 0,
          disk_usage: 0,
          collaborators: 0,
          two_factor_authentication: true,
        }),
      'GET /api/v3/users/:login': ({ params }) => {
        const person = gitHubPeople.find(({ login }) => login === params.login);
        return person
          ? json<Schemas['public-user']>(createGitHubUser(url, person))
          : notFound();
      },
      'GET /api/v3/repos/acme/web/contents/*path': ({ params }) =>
        params.path === 'catalog-info.yaml'
          ? {
              headers: {
                'content-type': 'application/vnd.github.v3.raw; charset=utf-8',
                etag: '"1"',
              },
              body: catalogInfo,
            }
          : notFound(),
      'POST /api/graphql': ({ body }) =>
        answerGitHubQuery({ url, catalogInfo }, JSON.parse(body.toString())),
    }),
  });
}

function carries({ headers }: StandInRequest, token: string | undefined) {
  const [, given] =
    headers.authorization?.match(/^(?:bearer|token) (.+)$/i) ?? [];
  return token !== undefined && given === token;
}

function notFound(): StandInAnswer {
  return json<Schemas['basic-error']>(
    {
      message: 'Not Found',
      documentation_url: 'https://docs.github.com/rest',
      status: '404',
    },
    { status: 404 },
  );
}
