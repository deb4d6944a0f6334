import {
  issueSchema,
  pullRequestSchema,
  reviewers,
} from './conversationSchemas';
import { branchesSchema, historySchema } from './historySchemas';
import {
  count,
  daysAgo,
  filledText,
  flag,
  listOf,
  login,
  logins,
  mapOf,
  objectOf,
  oneOf,
  permission,
  runner,
  text,
  variables,
} from './parts';
import { codeAlertsSchema, secretAlertsSchema } from './scanningSchemas';

const settings = {
  owner: login,
  description: { type: 'string', maxLength: 350 },
  homepage: text,
  topics: {
    ...listOf({ type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,49}$' }),
    maxItems: 20,
  },
  visibility: oneOf('public', 'private', 'internal'),
  archived: flag,
  template: flag,
  license: filledText,
  defaultBranch: filledText,
  createdDaysAgo: daysAgo,
  features: objectOf({
    keys: { issues: flag, projects: flag, wiki: flag, discussions: flag },
  }),
  teams: mapOf(permission),
  collaborators: mapOf(permission),
  stars: logins,
  labels: listOf(
    objectOf({
      keys: {
        name: filledText,
        color: { type: 'string', pattern: '^[0-9a-fA-F]{6}$' },
        description: { type: 'string', maxLength: 100 },
      },
      required: ['name'],
    }),
  ),
  variables,
  protection: mapOf(
    objectOf({
      keys: {
        approvals: { type: 'integer', minimum: 0, maximum: 6 },
        codeOwners: flag,
        checks: listOf(filledText),
        enforceAdmins: flag,
      },
    }),
  ),
  runner,
  runs: count,
};

/** What `defaults` in `sandbox.yaml` may say about every repository. */
export const repositoryDefaultsSchema = objectOf({ keys: settings });

/** What a file `sandbox/<repository>.yaml` may say. */
export const repositorySchema = objectOf({
  keys: {
    ...settings,
    milestones: listOf(
      objectOf({
        keys: {
          title: filledText,
          description: text,
          state: oneOf('open', 'closed'),
          dueInDays: { type: 'number' },
        },
        required: ['title'],
      }),
    ),
    history: historySchema,
    branches: branchesSchema,
    releases: listOf(
      objectOf({
        keys: {
          tag: filledText,
          name: text,
          body: text,
          author: login,
          daysAgo,
          draft: flag,
          prerelease: flag,
          assets: mapOf(text),
        },
        required: ['tag', 'author', 'daysAgo'],
      }),
    ),
    pullRequests: listOf(pullRequestSchema),
    issues: listOf(issueSchema),
    firstNumber: { type: 'integer', minimum: 1 },
    alerts: listOf(
      objectOf({
        keys: {
          advisory: { type: 'string', pattern: '^GHSA(-[0-9a-z]{4}){3}$' },
          package: filledText,
          manifest: filledText,
          scope: oneOf('runtime', 'development'),
          state: oneOf('open', 'dismissed', 'fixed', 'auto_dismissed'),
          daysAgo,
          dismissed: objectOf({
            keys: {
              by: login,
              daysAgo,
              reason: oneOf(
                'fix_started',
                'inaccurate',
                'no_bandwidth',
                'not_used',
                'tolerable_risk',
              ),
              comment: text,
            },
            required: ['by', 'daysAgo', 'reason'],
          }),
          fixedDaysAgo: daysAgo,
        },
        required: ['advisory', 'package', 'manifest', 'daysAgo'],
      }),
    ),
    codeAlerts: codeAlertsSchema,
    secretAlerts: secretAlertsSchema,
    environments: listOf(
      objectOf({
        keys: {
          name: filledText,
          reviewers,
          waitMinutes: count,
          protectedBranchesOnly: flag,
          variables,
        },
        required: ['name'],
      }),
    ),
    deployments: listOf(
      objectOf({
        keys: {
          environment: filledText,
          by: login,
          daysAgo,
          ref: filledText,
          state: oneOf(
            'error',
            'failure',
            'inactive',
            'in_progress',
            'queued',
            'pending',
            'success',
          ),
          description: text,
          url: text,
        },
        required: ['environment', 'by', 'daysAgo'],
      }),
    ),
  },
});
