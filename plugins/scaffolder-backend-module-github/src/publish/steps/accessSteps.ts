import { describeRequest, type GithubCall } from '../../calls/GithubCall';
import type { RepositoryTarget } from '../../calls/RepositoryTarget';
import type { PublishStep } from '../PublishStep';
import type { RepositoryInput } from '../RepositoryInput';

/** Whether somebody is named by `access` who has to be a team of the owner's: `acme/web`. */
export function accessTeam(options: {
  target: RepositoryTarget;
  input: RepositoryInput;
}): string | undefined {
  const { target, input } = options;
  return input.access?.startsWith(`${target.owner}/`)
    ? input.access.split('/')[1]
    : undefined;
}

/** Who may do what with a new repository. As in stock, a collaborator that cannot be added is left out with a warning. */
export function accessSteps(options: {
  target: RepositoryTarget;
  input: RepositoryInput;
}): PublishStep[] {
  const { target, input } = options;
  const { access, collaborators = [] } = input;
  const { owner } = target;
  const team = accessTeam(options);
  const steps: PublishStep[] = [];
  if (team) {
    steps.push({ key: 'repo.access', call: teamCall(target, team, 'admin') });
  } else if (access && access !== owner) {
    steps.push({ key: 'repo.access', call: userCall(target, access, 'admin') });
  }
  for (const one of collaborators) {
    const name = 'user' in one ? one.user : one.team;
    const call = 'user' in one ? userCall : teamCall;
    steps.push({
      key: `repo.access.${name}`,
      call: call(target, entityName(name), one.access),
      skip: message => `Skipping ${one.access} access for ${name}, ${message}`,
    });
  }
  return steps;
}

function userCall(
  { owner, repo }: RepositoryTarget,
  username: string,
  permission: string,
): GithubCall {
  return describeRequest('PUT /repos/{owner}/{repo}/collaborators/{username}', {
    owner,
    repo,
    username,
    permission,
  });
}

function teamCall(
  { owner, repo }: RepositoryTarget,
  team: string,
  permission: string,
): GithubCall {
  return describeRequest(
    'PUT /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}',
    { org: owner, team_slug: team, owner, repo, permission },
  );
}

/** Of an entity reference, which may be there in the place of a login. */
function entityName(name: string): string {
  return name.replace(/^.*[:/]/g, '');
}
