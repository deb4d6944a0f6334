import { describeRequest } from '../../calls/GithubCall';
import type { RepositoryTarget } from '../../calls/RepositoryTarget';
import type { PublishStep } from '../PublishStep';
import type { RepositoryInput } from '../RepositoryInput';

/** What a new repository is given before its first commit, so that the first build finds its variables and secrets. */
export function settingSteps(options: {
  target: RepositoryTarget;
  input: RepositoryInput;
}): PublishStep[] {
  const { target, input } = options;
  const { owner, repo } = target;
  const { topics, repoVariables, secrets, oidcCustomization } = input;
  const steps: PublishStep[] = [];
  if (topics) {
    steps.push({
      key: 'repo.topics',
      call: describeRequest('PUT /repos/{owner}/{repo}/topics', {
        owner,
        repo,
        names: topics.map(topic => topic.toLowerCase()),
      }),
      skip: message => `Skipping topics ${topics.join(' ')}, ${message}`,
    });
  }
  for (const [name, value] of Object.entries(repoVariables ?? {})) {
    const parameters = { owner, repo, name, value };
    steps.push({
      key: `repo.variables.${name}`,
      call: describeRequest(
        'POST /repos/{owner}/{repo}/actions/variables',
        parameters,
      ),
      whenThere: describeRequest(
        'PATCH /repos/{owner}/{repo}/actions/variables/{name}',
        parameters,
      ),
    });
  }
  for (const [name, value] of Object.entries(secrets ?? {})) {
    steps.push({
      key: `repo.secrets.${name}`,
      call: describeRequest(
        'PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}',
        { owner, repo, secret_name: name },
        { note: "The value is encrypted for the repository's public key." },
      ),
      seal: value,
    });
  }
  if (oidcCustomization) {
    steps.push({
      key: 'repo.oidc',
      call: describeRequest(
        'PUT /repos/{owner}/{repo}/actions/oidc/customization/sub',
        {
          owner,
          repo,
          use_default: oidcCustomization.useDefault,
          include_claim_keys: oidcCustomization.includeClaimKeys,
        },
      ),
    });
  }
  if (input.subscribe) {
    steps.push({
      key: 'repo.subscription',
      call: describeRequest('PUT /repos/{owner}/{repo}/subscription', {
        owner,
        repo,
        subscribed: true,
        ignored: false,
      }),
    });
  }
  if (input.workflowAccess) {
    steps.push({
      key: 'repo.workflowAccess',
      call: describeRequest(
        'PUT /repos/{owner}/{repo}/actions/permissions/access',
        { owner, repo, access_level: input.workflowAccess },
      ),
    });
  }
  return steps;
}
