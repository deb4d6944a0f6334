import type { FeatureNeed } from '../../FeatureNeed';
import { needs } from '../needs';
import { templateFeature } from './templateFeature';

/**
 * What the actions of stock's scaffolder module ask of GitHub, by group. A file below `.github/workflows` asks for Workflows beside
 * Contents. https://docs.github.com/rest/authentication/permissions-required-for-github-apps
 */
export const templateFeatures: FeatureNeed[] = [
  templateFeature({
    id: 'templates-create-repositories',
    title: 'Templates that create repositories',
    permissions: [
      ...needs('administration', 'write', {
        routes: [
          'POST /orgs/{org}/repos',
          'PUT /repos/{owner}/{repo}/topics',
          'PUT /repos/{owner}/{repo}/collaborators/{username}',
          'PUT /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}',
          'PUT /repos/{owner}/{repo}/actions/permissions/access',
          'POST /repos/{owner}/{repo}/autolinks',
        ],
      }),
      ...needs('contents', 'write', {
        routes: [
          'PUT /repos/{owner}/{repo}/contents/{path}',
          'GraphQL Mutation.createCommitOnBranch',
        ],
      }),
      ...needs('workflows', 'write', {
        routes: ['PUT /repos/{owner}/{repo}/contents/{path}'],
      }),
      ...needs('actions', 'write', {
        routes: ['PUT /repos/{owner}/{repo}/actions/oidc/customization/sub'],
      }),
      ...needs('members', 'read', {
        scope: 'organization',
        routes: [
          'GET /orgs/{org}/teams/{team_slug}',
          'PUT /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}',
        ],
      }),
    ],
    scopes: ['repo', 'workflow', 'read:org'],
  }),
  templateFeature({
    id: 'templates-pull-requests',
    title: 'Templates that open pull requests',
    permissions: [
      ...needs('pull_requests', 'write', {
        routes: [
          'POST /repos/{owner}/{repo}/pulls',
          'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
          'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
        ],
      }),
      ...needs('contents', 'write', {
        routes: [
          'POST /repos/{owner}/{repo}/git/refs',
          'POST /repos/{owner}/{repo}/git/trees',
          'POST /repos/{owner}/{repo}/git/commits',
        ],
      }),
      ...needs('workflows', 'write', {
        routes: ['POST /repos/{owner}/{repo}/git/refs'],
      }),
    ],
    scopes: ['repo', 'workflow'],
  }),
  templateFeature({
    id: 'templates-secrets',
    title: 'Templates that write secrets and variables',
    permissions: [
      ...needs('secrets', 'write', {
        routes: ['PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}'],
      }),
      ...needs('actions_variables', 'write', {
        routes: ['POST /repos/{owner}/{repo}/actions/variables'],
      }),
    ],
    scopes: ['repo'],
  }),
  templateFeature({
    id: 'templates-environments',
    title: 'Templates that create environments',
    permissions: [
      ...needs('administration', 'write', {
        routes: [
          'PUT /repos/{owner}/{repo}/environments/{environment_name}',
          'POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies',
        ],
      }),
      ...needs('environments', 'write', {
        routes: [
          'PUT /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}',
          'POST /repos/{owner}/{repo}/environments/{environment_name}/variables',
        ],
      }),
    ],
    scopes: ['repo'],
  }),
  templateFeature({
    id: 'templates-pages',
    title: 'Templates that switch GitHub Pages on',
    permissions: [
      ...needs('pages', 'write', {
        routes: ['POST /repos/{owner}/{repo}/pages'],
      }),
      ...needs('administration', 'write', {
        routes: ['POST /repos/{owner}/{repo}/pages'],
      }),
    ],
    scopes: ['repo'],
  }),
  templateFeature({
    id: 'templates-webhooks',
    title: 'Templates that create webhooks',
    permissions: needs('repository_hooks', 'write', {
      routes: ['POST /repos/{owner}/{repo}/hooks'],
    }),
    scopes: ['write:repo_hook'],
  }),
  templateFeature({
    id: 'templates-deploy-keys',
    title: 'Templates that add deploy keys',
    permissions: needs('administration', 'write', {
      routes: ['POST /repos/{owner}/{repo}/keys'],
    }),
    scopes: ['repo'],
  }),
  templateFeature({
    id: 'templates-branch-protection',
    title: 'Templates that protect branches',
    permissions: needs('administration', 'write', {
      routes: [
        'PUT /repos/{owner}/{repo}/branches/{branch}/protection',
        'POST /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures',
      ],
    }),
    scopes: ['repo'],
  }),
  templateFeature({
    id: 'templates-workflows',
    title: 'Templates that start workflows',
    permissions: needs('actions', 'write', {
      routes: [
        'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
      ],
    }),
    scopes: ['repo'],
  }),
  templateFeature({
    id: 'templates-issues',
    title: 'Templates that open and label issues',
    permissions: needs('issues', 'write', {
      routes: [
        'POST /repos/{owner}/{repo}/issues',
        'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
        'POST /repos/{owner}/{repo}/issues/{issue_number}/assignees',
      ],
    }),
    scopes: ['repo'],
  }),
];
