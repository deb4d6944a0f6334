import type {
  ExpandedUserSchema,
  GroupSchema,
  SimpleProjectSchema,
} from '@gitbeaker/core';
import { createOAuthCodes } from '../createOAuthCodes';
import {
  json,
  startStandIn,
  type StandIn,
  type StandInAnswer,
  type StandInRequest,
} from '../startStandIn';
import { createGitLabData, type GitLabData } from './createGitLabData';
import { answerGitLabQuery } from './answerGitLabQuery';

/**
 * GitLab as far as the portal asks it: REST API v4, two queries of GraphQL, and sign-in through OAuth. What a token may see is what a
 * token with `read_api` of somebody who is no administrator may see: no e-mail addresses of others.
 */
export async function startGitLab(options: {
  token: string;
  /** The day on which it ends, `2026-12-31`; by default it never does. */
  tokenExpires?: string;
  oauth?: { clientId: string; clientSecret: string; redirectUri: string };
  /** Text of `catalog-info.yaml` in the project acme/web. */
  catalogInfo: string;
  /** Its name, if it is reached through a proxy. */
  host?: string;
  /** Usernames of those who have left, and are not listed any more. */
  left?: ReadonlySet<string>;
}): Promise<StandIn> {
  const { token, catalogInfo, host } = options;
  const codes = options.oauth && createOAuthCodes(options.oauth);
  const files: Record<string, string> = { 'catalog-info.yaml': catalogInfo };

  return startStandIn({
    name: 'GitLab',
    refuse: request =>
      request.url.pathname.startsWith('/oauth/') ||
      request.headers.authorization === `Bearer ${token}` ||
      codes?.isSignedIn(request)
        ? undefined
        : json({ message: '401 Unauthorized' }, { status: 401 }),
    hosts: host ? [host] : [],
    routes: url => {
      const data = createGitLabData(host ? `https://${host}` : url);
      const findProject = (id: string) =>
        data.projects.find(
          project =>
            String(project.id) === id || project.path_with_namespace === id,
        );
      const staying = (users: GitLabData['users']) =>
        users.filter(({ username }) => !options.left?.has(username));
      const file = ({ params }: StandInRequest) => {
        const content = findProject(params.id) && files[params.path];
        return content
          ? {
              headers: {
                'content-type': 'text/plain; charset=utf-8',
                'x-gitlab-ref': 'main',
                'x-gitlab-file-path': params.path,
              },
              body: content,
            }
          : notFound('File');
      };
      return {
        'GET /api/v4/personal_access_tokens/self': () =>
          json({
            id: 1,
            name: 'portal',
            revoked: false,
            active: true,
            scopes: ['read_api'],
            user_id: data.currentUser.id,
            expires_at: options.tokenExpires ?? null,
          }),
        'GET /api/v4/projects': request => page(request, data.projects),
        'GET /api/v4/projects/:id': ({ params }) => {
          const project = findProject(params.id);
          return project ? json(project) : notFound('Project');
        },
        'HEAD /api/v4/projects/:id/repository/files/:path': file,
        'GET /api/v4/projects/:id/repository/files/:path/raw': file,
        'GET /api/v4/groups': request => page(request, data.groups),
        'GET /api/v4/groups/:id': ({ params }) => {
          const group = findGroup(data, params.id);
          return group ? json(group) : notFound('Group');
        },
        'GET /api/v4/groups/:id/projects': request =>
          findGroup(data, request.params.id)
            ? page<SimpleProjectSchema>(request, data.projects)
            : notFound('Group'),
        'GET /api/v4/groups/:id/members/all': request =>
          findGroup(data, request.params.id)
            ? page(request, staying(data.users))
            : notFound('Group'),
        'GET /api/v4/users': request => page(request, staying(data.users)),
        'GET /api/v4/user': () => json<ExpandedUserSchema>(data.currentUser),
        'POST /api/graphql': ({ body }) =>
          answerGitLabQuery(
            { ...data, users: staying(data.users) },
            JSON.parse(body.toString()),
          ),
        'GET /oauth/authorize': request =>
          codes?.authorize(request) ?? notFound('Application'),
        'POST /oauth/token': request =>
          codes?.exchange(request) ?? notFound('Application'),
      };
    },
  });
}

function findGroup(data: GitLabData, id: string): GroupSchema | undefined {
  return data.groups.find(
    group => String(group.id) === id || group.full_path === id,
  );
}

/** One page of a list, as the parameters ask for, with the headers that lead on. */
function page<T>({ url }: StandInRequest, items: T[]): StandInAnswer {
  const number = Number(url.searchParams.get('page') ?? 1);
  const size = Number(url.searchParams.get('per_page') ?? 20);
  const end = number * size;
  const isLast = end >= items.length;
  const next = new URL(url);
  next.searchParams.set('page', String(number + 1));
  return json<T[]>(items.slice(end - size, end), {
    headers: {
      ...(!isLast && { link: `<${next}>; rel="next"` }),
      'x-next-page': isLast ? '' : String(number + 1),
      'x-page': String(number),
      'x-per-page': String(size),
      'x-total': String(items.length),
    },
  });
}

function notFound(what: string) {
  return json({ message: `404 ${what} Not Found` }, { status: 404 });
}
