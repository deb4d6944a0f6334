import { actorOf } from '../../access';
import { GitHubError } from '../../http/GitHubError';
import type { Call, OrganisationCall, Route } from '../../http/Route';
import { refreshFacts } from '../facts/refreshFacts';
import { fullNameOf } from '../fullNameOf';
import { presentRepository } from '../present/presentRepository';
import { createRepository } from './createRepository';
import type { Account } from '../../core/state';

/** https://docs.github.com/rest/repos/repos#create-an-organization-repository */
export const createRoutes: Route[] = [
  {
    route: 'POST /orgs/{org}/repos',
    on: 'organisation',
    access: {
      permission: { name: 'administration', level: 'write' },
      scopes: ['public_repo', 'repo'],
      organisation: 'member',
    },
    async handle(call) {
      assertMayCreate(call);
      return create(call, call.organisation);
    },
  },
  {
    route: 'POST /user/repos',
    on: 'anything',
    access: {
      as: 'user',
      permission: { name: 'administration', level: 'write' },
      scopes: ['public_repo', 'repo'],
    },
    handle: call => create(call, actorOf(call.viewer)),
  },
];

function assertMayCreate({ viewer, organisation }: OrganisationCall) {
  if (viewer.kind !== 'user') return;
  const isOwner = organisation.members.some(
    ({ userId, role }) => userId === viewer.user.id && role === 'admin',
  );
  if (!isOwner && !organisation.membersCanCreateRepositories) {
    throw new GitHubError({
      status: 403,
      message:
        'You need admin access to the organization before adding a repository to it.',
    });
  }
}

async function create(call: Call, owner: Account) {
  const { sandbox, viewer, urls, body } = call;
  const repository = await createRepository({
    sandbox,
    owner,
    sender: actorOf(viewer),
    body,
  });
  await refreshFacts({ sandbox, repositories: [repository] });
  return {
    status: 201,
    headers: {
      location: `${urls.api}/repos/${fullNameOf({ sandbox, repository })}`,
    },
    body: presentRepository({
      sandbox,
      urls,
      viewer,
      repository,
      shape: 'full',
    }),
  };
}
