import type { FeatureNeed } from '../../FeatureNeed';
import { routeNeeds } from '../routeNeeds';
import { templateFeature } from './templateFeature';

/**
 * What the actions of stock's scaffolder module ask of GitHub, by group. A file below `.github/workflows` asks for Workflows beside
 * Contents. https://docs.github.com/rest/authentication/permissions-required-for-github-apps
 */
export const templateFeatures: FeatureNeed[] = [
  templateFeature({
    id: 'templates-create-repositories',
    title: 'Templates that create repositories',
    permissions: routeNeeds(
      'POST /orgs/{org}/repos',
      'PUT /repos/{owner}/{repo}/topics',
      'PUT /repos/{owner}/{repo}/collaborators/{username}',
      'PUT /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}',
      'PUT /repos/{owner}/{repo}/actions/permissions/access',
      'POST /repos/{owner}/{repo}/autolinks',
      'PUT /repos/{owner}/{repo}/contents/{path}',
      'GraphQL Mutation.createCommitOnBranch',
      'PUT /repos/{owner}/{repo}/actions/oidc/customization/sub',
      'GET /orgs/{org}/teams/{team_slug}',
    ),
    scopes: ['repo', 'workflow', 'read:org'],
  }),
  templateFeature({
    id: 'templates-pull-requests',
    title: 'Templates that open pull requests',
    permissions: routeNeeds(
      'POST /repos/{owner}/{repo}/pulls',
      'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
      'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
      'POST /repos/{owner}/{repo}/git/refs',
      'POST /repos/{owner}/{repo}/git/trees',
      'POST /repos/{owner}/{repo}/git/commits',
    ),
    scopes: ['repo', 'workflow'],
  }),
  templateFeature({
    id: 'templates-secrets',
    title: 'Templates that write secrets and variables',
    permissions: routeNeeds(
      'PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}',
      'POST /repos/{owner}/{repo}/actions/variables',
    ),
    scopes: ['repo'],
  }),
  templateFeature({
    id: 'templates-environments',
    title: 'Templates that create environments',
    permissions: routeNeeds(
      'PUT /repos/{owner}/{repo}/environments/{environment_name}',
      'POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies',
      'PUT /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}',
      'POST /repos/{owner}/{repo}/environments/{environment_name}/variables',
    ),
    scopes: ['repo'],
  }),
  templateFeature({
    id: 'templates-pages',
    title: 'Templates that switch GitHub Pages on',
    permissions: routeNeeds('POST /repos/{owner}/{repo}/pages'),
    scopes: ['repo'],
  }),
  templateFeature({
    id: 'templates-webhooks',
    title: 'Templates that create webhooks',
    permissions: routeNeeds('POST /repos/{owner}/{repo}/hooks'),
    scopes: ['write:repo_hook'],
  }),
  templateFeature({
    id: 'templates-deploy-keys',
    title: 'Templates that add deploy keys',
    permissions: routeNeeds('POST /repos/{owner}/{repo}/keys'),
    scopes: ['repo'],
  }),
  templateFeature({
    id: 'templates-branch-protection',
    title: 'Templates that protect branches',
    permissions: routeNeeds(
      'PUT /repos/{owner}/{repo}/branches/{branch}/protection',
      'POST /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures',
    ),
    scopes: ['repo'],
  }),
  templateFeature({
    id: 'templates-workflows',
    title: 'Templates that start workflows',
    permissions: routeNeeds(
      'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
    ),
    scopes: ['repo'],
  }),
  templateFeature({
    id: 'templates-issues',
    title: 'Templates that open and label issues',
    permissions: routeNeeds(
      'POST /repos/{owner}/{repo}/issues',
      'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
      'POST /repos/{owner}/{repo}/issues/{issue_number}/assignees',
    ),
    scopes: ['repo'],
  }),
];
