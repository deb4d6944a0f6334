/** Who can subscribe to an event. */
export interface EventKind {
  repository: boolean;
  organisation: boolean;
  /** The permission that an App needs; `always`: every App gets it without asking; undefined: no App gets it. */
  app?: { permission: string } | 'always';
}

const everywhere = (permission: string): EventKind => ({
  repository: true,
  organisation: true,
  app: { permission },
});
const organisationWide = (permission: string): EventKind => ({
  repository: false,
  organisation: true,
  app: { permission },
});
const appsOnly = (permission: string): EventKind => ({
  repository: false,
  organisation: false,
  app: { permission },
});
const withoutApps: EventKind = { repository: true, organisation: true };

/**
 * GitHub's events, who may subscribe to each, and the permission that Apps need for it. Events that the sandbox never sends are here
 * too, so that a hook may name them. https://docs.github.com/webhooks/webhook-events-and-payloads
 */
export const eventCatalogue: Record<string, EventKind> = {
  branch_protection_configuration: everywhere('administration'),
  branch_protection_rule: everywhere('administration'),
  check_run: everywhere('checks'),
  check_suite: everywhere('checks'),
  code_scanning_alert: everywhere('security_events'),
  commit_comment: everywhere('contents'),
  create: everywhere('contents'),
  custom_property: organisationWide('organization_custom_properties'),
  custom_property_values: everywhere('organization_custom_properties'),
  delete: everywhere('contents'),
  dependabot_alert: everywhere('vulnerability_alerts'),
  deploy_key: everywhere('deployments'),
  deployment: everywhere('deployments'),
  deployment_protection_rule: appsOnly('deployments'),
  deployment_review: appsOnly('deployments'),
  deployment_status: everywhere('deployments'),
  discussion: everywhere('discussions'),
  discussion_comment: everywhere('discussions'),
  fork: everywhere('contents'),
  github_app_authorization: {
    repository: false,
    organisation: false,
    app: 'always',
  },
  gollum: everywhere('contents'),
  installation: { repository: false, organisation: false, app: 'always' },
  installation_repositories: {
    repository: false,
    organisation: false,
    app: 'always',
  },
  installation_target: {
    repository: false,
    organisation: false,
    app: 'always',
  },
  issue_comment: everywhere('issues'),
  issue_dependencies: everywhere('issues'),
  issues: everywhere('issues'),
  label: everywhere('metadata'),
  member: everywhere('members'),
  membership: organisationWide('members'),
  merge_group: appsOnly('merge_queues'),
  meta: everywhere('metadata'),
  milestone: everywhere('issues'),
  org_block: organisationWide('organization_administration'),
  organization: organisationWide('members'),
  package: withoutApps,
  page_build: everywhere('pages'),
  ping: { repository: true, organisation: true, app: 'always' },
  project: everywhere('repository_projects'),
  project_card: everywhere('repository_projects'),
  project_column: everywhere('repository_projects'),
  projects_v2: organisationWide('organization_projects'),
  projects_v2_item: organisationWide('organization_projects'),
  public: everywhere('metadata'),
  pull_request: everywhere('pull_requests'),
  pull_request_review: everywhere('pull_requests'),
  pull_request_review_comment: everywhere('pull_requests'),
  pull_request_review_thread: everywhere('pull_requests'),
  push: everywhere('contents'),
  registry_package: everywhere('packages'),
  release: everywhere('contents'),
  repository: everywhere('metadata'),
  repository_advisory: everywhere('repository_advisories'),
  repository_dispatch: appsOnly('contents'),
  repository_import: withoutApps,
  repository_ruleset: everywhere('administration'),
  repository_vulnerability_alert: withoutApps,
  secret_scanning_alert: everywhere('secret_scanning_alerts'),
  secret_scanning_alert_location: everywhere('secret_scanning_alerts'),
  secret_scanning_scan: everywhere('secret_scanning_alerts'),
  security_and_analysis: everywhere('administration'),
  star: everywhere('metadata'),
  status: everywhere('statuses'),
  sub_issues: everywhere('issues'),
  team: organisationWide('members'),
  team_add: everywhere('members'),
  watch: everywhere('metadata'),
  workflow_dispatch: appsOnly('contents'),
  workflow_job: everywhere('actions'),
  workflow_run: everywhere('actions'),
};
