import { accountById } from '../../../core/names/accountById';
import { presentAccount } from '../../../organisations/presentAccount';
import { openGit } from '../../../repositories/openGit';
import { webhookRepository } from '../parts/webhookRepository';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';
import { compareUrl } from './compareUrl';
import { presentPushedCommit } from './presentPushedCommit';
import { pushedCommits } from './pushedCommits';

const NOTHING = '0'.repeat(40);

/** https://docs.github.com/webhooks/webhook-events-and-payloads#push */
export async function pushPayload(
  options: PayloadOptions<'push'>,
): Promise<PayloadParts> {
  const { sandbox, urls, event } = options;
  const { repository, ref, before, after, sender } = event;
  // As it is at this moment: reading git takes a while.
  const asPushed = pushedRepository(options);
  const git = await openGit({ sandbox, repository });
  const { commits, known } = await pushedCommits({ git, ref, before, after });
  const presented = await Promise.all(
    commits.map(commit =>
      presentPushedCommit({
        sandbox,
        urls,
        repository,
        git,
        commit,
        distinct: !known.has(commit.sha),
      }),
    ),
  );
  const head =
    after && (await git.resolve({ expression: after, type: 'commit' }));
  const headCommit = head && (await git.readCommit({ sha: head.sha }));
  return {
    ref,
    before: before ?? NOTHING,
    after: after ?? NOTHING,
    repository: asPushed,
    pusher: { name: sender.login, email: sender.email },
    created: before === undefined,
    deleted: after === undefined,
    forced: event.forced,
    base_ref: await baseRef({ git, ref, before, head: head && head.sha }),
    compare: compareUrl({ ...options, commits, before, after }),
    commits: presented,
    head_commit: headCommit
      ? presented.find(({ id }) => id === headCommit.sha) ??
        (await presentPushedCommit({
          sandbox,
          urls,
          repository,
          git,
          commit: headCommit,
          distinct: !known.has(headCommit.sha),
        }))
      : null,
  };
}

/** The repository as this event alone has it: times as seconds, and a few old names. */
function pushedRepository(options: PayloadOptions<'push'>) {
  const { sandbox, urls, event } = options;
  const { repository } = event;
  const owner = accountById({ sandbox, id: repository.ownerId })!;
  const presented = webhookRepository({ sandbox, urls, repository });
  const seconds = (time: string) => Math.floor(Date.parse(time) / 1000);
  return {
    ...presented,
    owner: {
      name: owner.login,
      email: owner.email,
      ...presentAccount({ urls, account: owner }),
    },
    created_at: seconds(repository.createdAt),
    pushed_at: seconds(repository.pushedAt ?? event.at),
    stargazers: presented.stargazers_count,
    master_branch: repository.defaultBranch,
    ...(owner.kind === 'organisation' && { organization: owner.login }),
  };
}

/** Of a new ref: another branch that is at the same commit, as that is where it was made from. */
async function baseRef(options: {
  git: Awaited<ReturnType<typeof openGit>>;
  ref: string;
  before: string | undefined;
  head: string | undefined;
}): Promise<string | null> {
  const { git, ref, before, head } = options;
  if (before !== undefined || !head) return null;
  const branches = await git.listRefs({ prefix: 'refs/heads/' });
  const same = branches.filter(
    branch => branch.sha === head && branch.ref !== ref,
  );
  const preferred = `refs/heads/${git.head().branch}`;
  return (
    same.find(branch => branch.ref === preferred)?.ref ?? same[0]?.ref ?? null
  );
}
