import { GitHubError } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { readChoice } from '../../http/body/readChoice';
import { notSupplied } from '../../http/invalidRequest';
import { fullNameOf } from '../../repositories/fullNameOf';
import { DEFAULT_SELECTION, readSelection } from './readSelection';
import { readNumber } from '../../http/body/readNumber';

const path = '/repos/{owner}/{repo}/actions/permissions';
const access = (level: 'read' | 'write') => ({
  permission: { name: 'administration', level },
  role: 'admin' as const,
});
const MAXIMUM_DAYS = 90;

/** What workflows of a repository may do. https://docs.github.com/rest/actions/permissions */
export const permissionRoutes: Route[] = [
  {
    route: `GET ${path}`,
    on: 'repository',
    access: access('read'),
    handle(call) {
      const { enabled, allowedActions = 'all' } = call.repository.actions;
      const url = `${call.urls.api}/repos/${fullNameOf(
        call,
      )}/actions/permissions/selected-actions`;
      return {
        body: {
          enabled,
          ...(enabled && { allowed_actions: allowedActions }),
          ...(allowedActions === 'selected' && { selected_actions_url: url }),
          sha_pinning_required: false,
        },
      };
    },
  },
  {
    route: `PUT ${path}`,
    on: 'repository',
    access: access('write'),
    handle({ repository, body }) {
      if (typeof body.enabled !== 'boolean') throw notSupplied('enabled');
      const allowedActions = readChoice({
        body,
        field: 'allowed_actions',
        words: ['all', 'local_only', 'selected'],
        resource: 'ActionsPermissions',
      });
      repository.actions.enabled = body.enabled;
      if (allowedActions) repository.actions.allowedActions = allowedActions;
      return { status: 204 };
    },
  },
  {
    route: `GET ${path}/selected-actions`,
    on: 'repository',
    access: access('read'),
    handle({ repository: { actions } }) {
      assertSelected(actions.allowedActions);
      return { body: actions.selectedActions ?? DEFAULT_SELECTION };
    },
  },
  {
    route: `PUT ${path}/selected-actions`,
    on: 'repository',
    access: access('write'),
    handle({ repository: { actions }, body }) {
      assertSelected(actions.allowedActions);
      actions.selectedActions = readSelection(body);
      return { status: 204 };
    },
  },
  {
    route: `GET ${path}/workflow`,
    on: 'repository',
    access: access('read'),
    handle: ({ repository: { actions } }) => ({
      body: {
        default_workflow_permissions: actions.defaultWorkflowPermissions,
        can_approve_pull_request_reviews:
          actions.canApprovePullRequestReviews ?? false,
      },
    }),
  },
  {
    route: `PUT ${path}/workflow`,
    on: 'repository',
    access: access('write'),
    handle({ repository: { actions }, body }) {
      const permissions = readChoice({
        body,
        field: 'default_workflow_permissions',
        words: ['read', 'write'],
        resource: 'ActionsPermissions',
      });
      if (permissions) actions.defaultWorkflowPermissions = permissions;
      if (typeof body.can_approve_pull_request_reviews === 'boolean') {
        actions.canApprovePullRequestReviews =
          body.can_approve_pull_request_reviews;
      }
      return { status: 204 };
    },
  },
  {
    route: `GET ${path}/access`,
    on: 'repository',
    access: access('read'),
    handle({ repository }) {
      assertNotPublic(repository.visibility);
      return { body: { access_level: repository.actions.accessLevel } };
    },
  },
  {
    route: `PUT ${path}/access`,
    on: 'repository',
    access: access('write'),
    handle({ repository, body }) {
      const level = readChoice({
        body,
        field: 'access_level',
        words: ['none', 'user', 'organization'],
        resource: 'ActionsPermissions',
      });
      if (!level) throw notSupplied('access_level');
      assertNotPublic(repository.visibility);
      repository.actions.accessLevel = level;
      return { status: 204 };
    },
  },
  {
    route: `GET ${path}/artifact-and-log-retention`,
    on: 'repository',
    access: access('read'),
    handle: ({ repository: { actions } }) => ({
      body: {
        days: actions.retentionDays ?? MAXIMUM_DAYS,
        maximum_allowed_days: MAXIMUM_DAYS,
      },
    }),
  },
  {
    route: `PUT ${path}/artifact-and-log-retention`,
    on: 'repository',
    access: access('write'),
    handle({ repository, body }) {
      const days = readNumber({ body, field: 'days' });
      if (days === undefined || days < 1 || days > MAXIMUM_DAYS) {
        throw new GitHubError({
          status: 422,
          message: `days must be from 1 to ${MAXIMUM_DAYS}`,
        });
      }
      repository.actions.retentionDays = days;
      return { status: 204 };
    },
  },
];

function assertSelected(allowed: string | undefined) {
  if (allowed !== 'selected') {
    throw new GitHubError({
      status: 409,
      message: 'Allowed actions are not set to selected.',
    });
  }
}

function assertNotPublic(visibility: string) {
  if (visibility === 'public') {
    throw new GitHubError({
      status: 422,
      message:
        'Access policy only applies to internal and private repositories.',
    });
  }
}
