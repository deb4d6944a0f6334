import { accountById } from '../../../core/names/accountById';
import { nodeId } from '../../../core/nodeId';
import { knownFacts } from '../../../repositories/facts/knownFacts';
import { forksOf } from '../../../repositories/present/forksOf';
import { connection } from '../../connections/connection';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { located } from '../shared/located';
import { plainHtml } from '../shared/plainHtml';
import { repositoryPath } from '../shared/repositoryPath';
import { contentFields } from './contentFields';
import { conversationFields } from './conversationFields';
import { factsOf } from './factsOf';
import { mergingFields } from './mergingFields';
import { operationFields } from './operationFields';
import { peopleFields } from './peopleFields';
import { repositoryConnection } from './repositoryConnection';
import { visibleRepository } from './visibleRepository';

type RepositorySource = Source<'repository'>;

/** https://docs.github.com/graphql/reference/objects#repository */
export const Repository: Resolvers<RepositorySource> = {
  ...located<RepositorySource>(({ repository }, context) =>
    repositoryPath({ repository, context }),
  ),
  ...contentFields,
  ...conversationFields,
  ...mergingFields,
  ...operationFields,
  ...peopleFields,
  id: ({ repository }) => nodeId({ type: 'Repository', id: repository.id }),
  databaseId: ({ repository }) => repository.id,
  name: ({ repository }) => repository.name,
  nameWithOwner: ({ repository }, _args, context) =>
    repositoryPath({ repository, context }).slice(1),
  owner: ({ repository }, _args, { sandbox }) =>
    source.account(accountById({ sandbox, id: repository.ownerId })!),
  description: ({ repository }) => repository.description,
  descriptionHTML: ({ repository }) =>
    `<div>${plainHtml(repository.description).replace(
      /<\/?p[^>]*>/g,
      '',
    )}</div>`,
  shortDescriptionHTML: ({ repository }, { limit }) =>
    plainHtml(repository.description?.slice(0, limit) ?? null).replace(
      /<\/?p[^>]*>/g,
      '',
    ),
  homepageUrl: ({ repository }) => repository.homepage,
  mirrorUrl: () => null,
  sshUrl: ({ repository }, _args, context) =>
    `git@${new URL(context.urls.html).hostname}:${repositoryPath({
      repository,
      context,
    }).slice(1)}.git`,
  projectsUrl: ({ repository }, _args, context) =>
    `${context.urls.html}${repositoryPath({ repository, context })}/projects`,
  projectsResourcePath: ({ repository }, _args, context) =>
    `${repositoryPath({ repository, context })}/projects`,
  securityPolicyUrl: ({ repository }, _args, context) =>
    `${context.urls.html}${repositoryPath({
      repository,
      context,
    })}/security/policy`,
  openGraphImageUrl: ({ repository }, _args, { urls }) =>
    `${urls.html}/avatars/r/${repository.id}`,
  usesCustomOpenGraphImage: () => false,
  createdAt: ({ repository }) => repository.createdAt,
  updatedAt: ({ repository }) => repository.updatedAt,
  pushedAt: ({ repository }) => repository.pushedAt,
  archivedAt: ({ repository }) =>
    repository.archived ? repository.updatedAt : null,
  visibility: ({ repository }) => repository.visibility.toUpperCase(),
  isPrivate: ({ repository }) => repository.visibility !== 'public',
  isArchived: ({ repository }) => repository.archived,
  isDisabled: () => false,
  isEmpty: ({ repository }) => repository.pushedAt === null,
  isFork: ({ repository }) => repository.parentId !== null,
  isInOrganization: ({ repository }, _args, { sandbox }) =>
    sandbox.state.organisations.get(repository.ownerId) !== undefined,
  isLocked: () => false,
  lockReason: () => null,
  isMirror: () => false,
  isTemplate: ({ repository }) => repository.isTemplate,
  isSecurityPolicyEnabled: () => false,
  isUserConfigurationRepository: ({ repository }, _args, { sandbox }) =>
    sandbox.state.users.get(repository.ownerId)?.login.toLowerCase() ===
    repository.name.toLowerCase(),
  isBlankIssuesEnabled: () => true,
  hasIssuesEnabled: ({ repository }) => repository.features.issues,
  hasProjectsEnabled: ({ repository }) => repository.features.projects,
  hasWikiEnabled: ({ repository }) => repository.features.wiki,
  hasDiscussionsEnabled: ({ repository }) => repository.features.discussions,
  hasSponsorshipsEnabled: () => false,
  hasVulnerabilityAlertsEnabled: ({ repository }) =>
    repository.vulnerabilityAlerts,
  forkCount: ({ repository }, _args, { sandbox }) =>
    forksOf({ sandbox, repository }).length,
  forkingAllowed: () => true,
  forks: ({ repository }, args, context) =>
    repositoryConnection({
      repositories: forksOf({ sandbox: context.sandbox, repository }),
      args,
      context,
    }),
  parent: ({ repository }, _args, context) =>
    visibleRepository({ id: repository.parentId, context }),
  templateRepository: ({ repository }, _args, context) =>
    visibleRepository({ id: repository.templateId, context }),
  async diskUsage({ repository }, _args, context) {
    await factsOf({ repository, context });
    return knownFacts(repository)?.sizeKb ?? 0;
  },
  repositoryTopics: ({ repository }, args, context) =>
    connection({
      rows: repository.topics,
      args,
      key: name => name,
      node: name => ({
        __typename: 'RepositoryTopic' as const,
        id: nodeId({
          type: 'RepositoryTopic',
          id: `${repository.id}:${name}`,
        }),
        topic: source.topic(name),
        url: `${context.urls.html}/topics/${name}`,
        resourcePath: `/topics/${name}`,
      }),
    }),
  planFeatures: () => ({
    codeowners: true,
    draftPullRequests: true,
    maximumAssignees: 10,
    maximumManualReviewRequests: 15,
    teamReviewRequests: true,
  }),
  issueTemplates: () => [],
  pullRequestTemplates: () => [],
  contactLinks: () => [],
  fundingLinks: () => [],
  tempCloneToken: () => null,
};
