import type { Viewer } from '../../access';
import { accountById } from '../../core/names/accountById';
import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentAccount } from '../../organisations/presentAccount';
import { knownFacts } from '../facts/knownFacts';
import { presentLicence } from '../licences/presentLicence';
import { forksOf } from './forksOf';
import { permissionsOf } from './permissionsOf';
import { repositoryUrls } from './repositoryUrls';

/** The fields that all shapes of a repository have; see `presentRepository`. */
export function presentBasics(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  viewer?: Viewer;
}) {
  const { sandbox, urls, repository, viewer } = options;
  const owner = accountById({ sandbox, id: repository.ownerId })!;
  const facts = knownFacts(repository);
  const forks = forksOf({ sandbox, repository }).length;
  const stars = sandbox.state.users
    .all()
    .filter(({ starred }) => starred.includes(repository.id)).length;
  const openIssues = sandbox.state.issues
    .by('repository', repository.id)
    .filter(({ state }) => state === 'open').length;
  const permissions = viewer && permissionsOf({ sandbox, viewer, repository });
  const fullName = `${owner.login}/${repository.name}`;

  return {
    id: repository.id,
    node_id: nodeId({ type: 'Repository', id: repository.id }),
    name: repository.name,
    full_name: fullName,
    private: repository.visibility !== 'public',
    owner: presentAccount({ urls, account: owner }),
    description: repository.description,
    fork: repository.parentId !== null,
    ...repositoryUrls({ urls, fullName }),
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    // GitHub says for an empty repository when it was made.
    pushed_at: repository.pushedAt ?? repository.createdAt,
    homepage: repository.homepage,
    // KB; callers take 0 for an empty repository.
    size: repository.pushedAt ? Math.max(1, facts?.sizeKb ?? 1) : 0,
    stargazers_count: stars,
    watchers_count: stars,
    language: Object.keys(facts?.languages ?? {})[0] ?? null,
    has_issues: repository.features.issues,
    has_projects: repository.features.projects,
    has_downloads: true,
    has_wiki: repository.features.wiki,
    has_pages: repository.pages !== null,
    has_discussions: repository.features.discussions,
    has_pull_requests: true,
    pull_request_creation_policy: 'all' as const,
    forks_count: forks,
    mirror_url: null,
    archived: repository.archived,
    disabled: false,
    open_issues_count: openIssues,
    license: presentLicence({
      urls,
      key: repository.licenseKey ?? facts?.licenceKey ?? null,
    }),
    allow_forking: true,
    is_template: repository.isTemplate,
    web_commit_signoff_required: repository.merging.webCommitSignoffRequired,
    topics: repository.topics,
    visibility: repository.visibility,
    forks,
    open_issues: openIssues,
    watchers: stars,
    default_branch: repository.defaultBranch,
    ...(permissions && { permissions }),
    ...(owner.kind === 'organisation' && {
      custom_properties: repository.customProperties,
    }),
  };
}
