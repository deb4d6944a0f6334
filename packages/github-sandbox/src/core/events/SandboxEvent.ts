import type {
  CheckRun,
  CheckSuite,
  CodeAlert,
  Comment,
  CommitStatus,
  DependabotAlert,
  Deployment,
  Hook,
  Installation,
  Issue,
  Organisation,
  Release,
  Repository,
  Review,
  ReviewComment,
  SecretAlert,
  Team,
  User,
  WorkflowJob,
  WorkflowRun,
} from '../state';

/** Something that happened, in GitHub's names of webhook events. Webhooks, workflows and issue timelines follow from these. */
export type SandboxEvent = { at: string; sender: User } & (
  | {
      name: 'push';
      repository: Repository;
      /** `refs/heads/main` */
      ref: string;
      /** Undefined: the ref is new. */
      before: string | undefined;
      /** Undefined: the ref is gone. */
      after: string | undefined;
      forced: boolean;
    }
  | {
      name: 'create' | 'delete';
      repository: Repository;
      refType: 'branch' | 'tag';
      /** Without `refs/heads/`. */
      ref: string;
    }
  | {
      name: 'repository';
      action:
        | 'created'
        | 'deleted'
        | 'archived'
        | 'unarchived'
        | 'edited'
        | 'renamed'
        | 'transferred'
        | 'publicized'
        | 'privatized';
      repository: Repository;
      changes?: Record<string, unknown>;
    }
  | { name: 'fork'; repository: Repository; forkee: Repository }
  | { name: 'star'; action: 'created' | 'deleted'; repository: Repository }
  | {
      name: 'pull_request';
      action: string;
      repository: Repository;
      issue: Issue;
      /** What the action adds to the payload: `label`, `requested_reviewer`, `changes`, `before`, `after`. */
      extra?: Record<string, unknown>;
    }
  | {
      name: 'issues';
      action: string;
      repository: Repository;
      issue: Issue;
      extra?: Record<string, unknown>;
    }
  | {
      name: 'issue_comment';
      action: 'created' | 'edited' | 'deleted';
      repository: Repository;
      issue: Issue;
      comment: Comment;
      /** Of `edited`: `{ body: { from } }`, here and below. */
      changes?: Record<string, unknown>;
    }
  | {
      name: 'pull_request_review';
      action: 'submitted' | 'edited' | 'dismissed';
      repository: Repository;
      issue: Issue;
      review: Review;
      changes?: Record<string, unknown>;
    }
  | {
      name: 'pull_request_review_comment';
      action: 'created' | 'edited' | 'deleted';
      repository: Repository;
      issue: Issue;
      comment: ReviewComment;
      changes?: Record<string, unknown>;
    }
  | {
      name: 'check_run';
      action: 'created' | 'completed' | 'rerequested' | 'requested_action';
      repository: Repository;
      checkRun: CheckRun;
    }
  | {
      name: 'check_suite';
      action: 'completed' | 'requested' | 'rerequested';
      repository: Repository;
      checkSuite: CheckSuite;
    }
  | { name: 'status'; repository: Repository; status: CommitStatus }
  | {
      name: 'deployment' | 'deployment_status';
      action: 'created';
      repository: Repository;
      deployment: Deployment;
    }
  | {
      name: 'release';
      action:
        | 'created'
        | 'published'
        | 'edited'
        | 'deleted'
        | 'released'
        | 'prereleased';
      repository: Repository;
      release: Release;
      changes?: Record<string, unknown>;
    }
  | {
      name: 'workflow_run';
      action: 'requested' | 'in_progress' | 'completed';
      repository: Repository;
      run: WorkflowRun;
    }
  | {
      name: 'workflow_job';
      action: 'queued' | 'in_progress' | 'completed' | 'waiting';
      repository: Repository;
      job: WorkflowJob;
    }
  | {
      name: 'workflow_dispatch';
      repository: Repository;
      ref: string;
      workflow: string;
      inputs: Record<string, unknown>;
    }
  | {
      name: 'repository_dispatch';
      /** The caller's own `event_type`. */
      action: string;
      repository: Repository;
      clientPayload: unknown;
    }
  | {
      name: 'dependabot_alert';
      action: 'created' | 'dismissed' | 'fixed' | 'reopened';
      repository: Repository;
      alert: DependabotAlert;
    }
  | {
      name: 'code_scanning_alert';
      action: 'created' | 'closed_by_user' | 'reopened_by_user' | 'fixed';
      repository: Repository;
      alert: CodeAlert;
    }
  | {
      name: 'secret_scanning_alert';
      action: 'created' | 'resolved' | 'reopened';
      repository: Repository;
      alert: SecretAlert;
    }
  | {
      name: 'member';
      action: 'added' | 'removed' | 'edited';
      repository: Repository;
      member: User;
    }
  | {
      name: 'organization';
      action: 'member_added' | 'member_removed' | 'member_invited' | 'renamed';
      organisation: Organisation;
      member: User;
      role: 'admin' | 'member';
    }
  | {
      name: 'membership';
      action: 'added' | 'removed';
      organisation: Organisation;
      team: Team;
      member: User;
    }
  | {
      name: 'team';
      action:
        | 'created'
        | 'deleted'
        | 'edited'
        | 'added_to_repository'
        | 'removed_from_repository';
      organisation: Organisation;
      team: Team;
      repository?: Repository;
      changes?: Record<string, unknown>;
    }
  | {
      name: 'team_add';
      organisation: Organisation;
      team: Team;
      repository: Repository;
    }
  | {
      name: 'installation';
      action:
        | 'created'
        | 'deleted'
        | 'suspend'
        | 'unsuspend'
        | 'new_permissions_accepted';
      installation: Installation;
    }
  | {
      name: 'installation_repositories';
      action: 'added' | 'removed';
      installation: Installation;
      repositories: Repository[];
    }
  | {
      name: 'ping';
      hook: Hook;
    }
  | {
      name: 'public';
      repository: Repository;
    }
  | {
      name: 'gollum';
      repository: Repository;
      pages: Array<{ name: string; action: 'created' | 'edited'; sha: string }>;
    }
);
