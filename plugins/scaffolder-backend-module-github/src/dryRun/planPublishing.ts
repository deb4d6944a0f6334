import { getRepoSourceDirectory } from '@backstage/plugin-scaffolder-node';
import { describeRequest, type GithubCall } from '../calls/GithubCall';
import type { RepositoryTarget } from '../calls/RepositoryTarget';
import type { PublishStep } from '../publish/PublishStep';
import { DEFAULT_BRANCH, type PushInput } from '../publish/PushInput';
import type { RepositoryInput } from '../publish/RepositoryInput';
import { accessSteps, accessTeam } from '../publish/steps/accessSteps';
import { createCall } from '../publish/steps/createCall';
import { protectionSteps } from '../publish/steps/protectionSteps';
import { settingSteps } from '../publish/steps/settingSteps';
import { assertPlainFiles } from '../target/assertPlainFiles';
import type { Planner } from './StepPlan';

/** The plans of the actions that publish, made of the same steps as their runs. */
export const publishPlanners: Record<string, Planner> = {
  'publish:github': async ({ ctx, target, input }) => ({
    calls: [...creation(target, input), ...(await pushing(ctx, target, input))],
    outputs: outputsOfPush(target, input),
  }),
  'github:repo:create': ({ target, input }) => ({
    calls: creation(target, input),
    outputs: { remoteUrl: `${target.url}.git` },
  }),
  'github:repo:push': async ({ ctx, target, input }) => ({
    calls: [
      describeRequest('GET /repos/{owner}/{repo}', {
        owner: target.owner,
        repo: target.repo,
      }),
      ...(await pushing(ctx, target, input)),
    ],
    outputs: outputsOfPush(target, input),
  }),
};

function creation(
  target: RepositoryTarget,
  input: RepositoryInput,
): GithubCall[] {
  const { owner } = target;
  const team = accessTeam({ target, input });
  const options = { target, input };
  return [
    describeRequest('GET /users/{username}', { username: owner }),
    ...(team
      ? [
          describeRequest('GET /orgs/{org}/teams/{team_slug}', {
            org: owner,
            team_slug: team,
          }),
        ]
      : []),
    createCall({
      ...options,
      isOrganisation: true,
      note: `POST /user/repos instead, if ${owner} is a person.`,
    }),
    ...callsOf(target, [...accessSteps(options), ...settingSteps(options)]),
  ];
}

async function pushing(
  ctx: { workspacePath: string },
  target: RepositoryTarget,
  input: PushInput,
): Promise<GithubCall[]> {
  const dir = getRepoSourceDirectory(ctx.workspacePath, input.sourcePath);
  await assertPlainFiles({ dir, isPlan: true });
  const branch = input.defaultBranch ?? DEFAULT_BRANCH;
  return [
    describeRequest('git push', { branch }),
    ...callsOf(target, protectionSteps({ target, input })),
  ];
}

/** The key to encrypt with is asked for before the first secret. */
function callsOf(target: RepositoryTarget, steps: PublishStep[]): GithubCall[] {
  const { owner, repo } = target;
  const firstSecret = steps.find(({ seal }) => seal !== undefined);
  return steps.flatMap(step => [
    ...(step === firstSecret
      ? [
          describeRequest(
            'GET /repos/{owner}/{repo}/actions/secrets/public-key',
            { owner, repo },
          ),
        ]
      : []),
    step.call,
  ]);
}

function outputsOfPush(target: RepositoryTarget, input: PushInput) {
  return {
    // Of no commit.
    commitHash: '0'.repeat(40),
    remoteUrl: `${target.url}.git`,
    repoContentsUrl: `${target.url}/blob/${
      input.defaultBranch ?? DEFAULT_BRANCH
    }`,
  };
}
