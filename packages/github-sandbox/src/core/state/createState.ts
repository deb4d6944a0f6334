import { Table } from '../Table';
import type { State } from './State';

const lower = (text: string) => text.toLowerCase();

/** An empty state. */
export function createState(): State {
  return {
    users: new Table({ indexes: { login: row => lower(row.login) } }),
    organisations: new Table({ indexes: { login: row => lower(row.login) } }),
    teams: new Table({ indexes: { organisation: row => row.organisationId } }),
    repositories: new Table({
      indexes: {
        owner: row => row.ownerId,
        name: row => `${row.ownerId}/${lower(row.name)}`,
      },
    }),
    releases: new Table({ indexes: { repository: row => row.repositoryId } }),
    alerts: new Table({ indexes: { repository: row => row.repositoryId } }),
    codeAlerts: new Table({
      indexes: { repository: row => row.repositoryId },
    }),
    secretAlerts: new Table({
      indexes: { repository: row => row.repositoryId },
    }),
    labels: new Table({ indexes: { repository: row => row.repositoryId } }),
    milestones: new Table({ indexes: { repository: row => row.repositoryId } }),
    issues: new Table({
      indexes: {
        repository: row => row.repositoryId,
        number: row => `${row.repositoryId}#${row.number}`,
      },
    }),
    comments: new Table({ indexes: { issue: row => row.issueId } }),
    reviews: new Table({ indexes: { issue: row => row.issueId } }),
    reviewComments: new Table({ indexes: { issue: row => row.issueId } }),
    reactions: new Table({
      indexes: { subject: row => `${row.subject.kind}:${row.subject.id}` },
    }),
    issueEvents: new Table({ indexes: { issue: row => row.issueId } }),
    checkSuites: new Table({
      indexes: { commit: row => `${row.repositoryId}:${row.headSha}` },
    }),
    checkRuns: new Table({
      indexes: {
        commit: row => `${row.repositoryId}:${row.headSha}`,
        suite: row => row.suiteId,
      },
    }),
    statuses: new Table({
      indexes: { commit: row => `${row.repositoryId}:${row.sha}` },
    }),
    deployments: new Table({
      indexes: { repository: row => row.repositoryId },
    }),
    workflows: new Table({ indexes: { repository: row => row.repositoryId } }),
    workflowRuns: new Table({
      indexes: {
        repository: row => row.repositoryId,
        workflow: row => row.workflowId,
      },
    }),
    workflowJobs: new Table({ indexes: { run: row => row.runId } }),
    artifacts: new Table({ indexes: { run: row => row.runId } }),
    apps: new Table({
      indexes: { slug: row => row.slug, client: row => row.clientId },
    }),
    installations: new Table({
      indexes: { app: row => row.appId, account: row => row.accountId },
    }),
    oauthApps: new Table({ indexes: { client: row => row.clientId } }),
    tokens: new Table({
      indexes: {
        hash: row => row.hash,
        refresh: row => row.refreshHash ?? undefined,
      },
    }),
    codes: new Table({ indexes: { hash: row => row.hash } }),
    grants: new Table({ indexes: { user: row => row.userId } }),
    sealingKeys: new Table(),
    signingKeys: new Table(),
    hooks: new Table({
      indexes: { target: row => `${row.target.kind}:${row.target.id}` },
    }),
    deliveries: new Table({
      indexes: { hook: row => `${row.hook.kind}:${row.hook.id}` },
    }),
  };
}
