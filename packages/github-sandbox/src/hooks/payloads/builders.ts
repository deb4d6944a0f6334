import type { SandboxEvent } from '../../core/events/SandboxEvent';
import { workflowJobPayload } from '../../actions/present/runPayloads';
import { codeAlertPayload } from './alerts/codeAlertPayload';
import { dependabotAlertPayload } from './alerts/dependabotAlertPayload';
import { secretAlertPayload } from './alerts/secretAlertPayload';
import { checkRunPayload, checkSuitePayload } from './checks/checkPayloads';
import {
  deploymentPayload,
  deploymentStatusPayload,
} from './checks/deploymentPayloads';
import { statusPayload } from './checks/statusPayload';
import {
  issueCommentPayload,
  issuesPayload,
} from './conversations/issuePayloads';
import {
  installationPayload,
  installationRepositoriesPayload,
} from './installations/installationPayload';
import { membershipPayload } from './organisations/membershipPayload';
import { organizationPayload } from './organisations/organizationPayload';
import { teamAddPayload, teamPayload } from './organisations/teamPayload';
import type { PayloadOptions, PayloadParts } from './PayloadOptions';
import { pingPayload } from './pingPayload';
import { pullRequestPayload } from './pulls/pullRequestPayload';
import {
  pullRequestReviewCommentPayload,
  pullRequestReviewPayload,
} from './pulls/reviewPayloads';
import { pushPayload } from './push/pushPayload';
import { releasePayload } from './releases/releasePayload';
import {
  repositoryDispatchPayload,
  workflowDispatchPayload,
} from './repositories/dispatchPayloads';
import { forkPayload } from './repositories/forkPayload';
import { gollumPayload } from './repositories/gollumPayload';
import { memberPayload } from './repositories/memberPayload';
import { refPayload } from './repositories/refPayload';
import { repositoryPayload } from './repositories/repositoryPayload';
import { starPayload } from './repositories/starPayload';
import { workflowRunWithBriefs } from './runs/workflowRunWithBriefs';

type Builders = {
  [Name in SandboxEvent['name']]: (
    options: PayloadOptions<Name>,
  ) => PayloadParts | Promise<PayloadParts>;
};

/** The builder of each event's payload. */
export const builders: Builders = {
  check_run: checkRunPayload,
  check_suite: checkSuitePayload,
  code_scanning_alert: codeAlertPayload,
  create: refPayload,
  delete: refPayload,
  dependabot_alert: dependabotAlertPayload,
  deployment: deploymentPayload,
  deployment_status: deploymentStatusPayload,
  fork: forkPayload,
  gollum: gollumPayload,
  installation: installationPayload,
  installation_repositories: installationRepositoriesPayload,
  issue_comment: issueCommentPayload,
  issues: issuesPayload,
  member: memberPayload,
  membership: membershipPayload,
  organization: organizationPayload,
  ping: pingPayload,
  public: () => ({}),
  pull_request: pullRequestPayload,
  pull_request_review: pullRequestReviewPayload,
  pull_request_review_comment: pullRequestReviewCommentPayload,
  push: pushPayload,
  release: releasePayload,
  repository: repositoryPayload,
  repository_dispatch: repositoryDispatchPayload,
  secret_scanning_alert: secretAlertPayload,
  star: starPayload,
  status: statusPayload,
  team: teamPayload,
  team_add: teamAddPayload,
  workflow_dispatch: workflowDispatchPayload,
  workflow_job: workflowJobPayload,
  workflow_run: workflowRunWithBriefs,
};
