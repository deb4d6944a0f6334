import fs from 'node:fs/promises';
import { getRepoSourceDirectory } from '@backstage/plugin-scaffolder-node';
import { once } from '../journal/once';
import { currentRun } from '@callboard/plugin-scaffolder-backend-module-runs';
import { assertPlainFiles } from '../target/assertPlainFiles';
import { commitFolder, type Commit } from './git/commitFolder';
import { isCutOff } from './git/isCutOff';
import { pushCommit } from './git/pushCommit';
import { pushThroughApi } from './git/pushThroughApi';
import { keyOf, type PublishContext } from './PublishContext';
import { DEFAULT_BRANCH, type PushInput } from './PushInput';

/**
 * Puts the files of the workspace into the repository as its first commit, once in the life of a run. The commit is the same each time it is
 * made; where an earlier try may have arrived, the branch is looked at before anything is pushed.
 */
export async function pushRepository(
  options: PublishContext & { input: PushInput; cloneUrl: string },
): Promise<{ commitHash: string }> {
  const { ctx, parts, target, serving, input, cloneUrl } = options;
  const { config } = parts;
  const branch = input.defaultBranch ?? DEFAULT_BRANCH;
  const dir = getRepoSourceDirectory(ctx.workspacePath, input.sourcePath);
  await assertPlainFiles({ dir });
  const configured = (key: string) =>
    config.getOptionalString(`scaffolder.${key}`);
  const message =
    input.gitCommitMessage ||
    configured('defaultCommitMessage') ||
    'initial commit';

  return once({
    ctx,
    key: keyOf(target, 'repo.push'),
    async run({ firstAt, unknown }) {
      const gitdir = await ctx.createTemporaryDirectory();
      const commit = await commitFolder({
        dir,
        gitdir,
        branch,
        message,
        author: {
          name:
            input.gitAuthorName ||
            configured('defaultAuthor.name') ||
            'Scaffolder',
          email:
            input.gitAuthorEmail ||
            configured('defaultAuthor.email') ||
            'scaffolder@backstage.io',
        },
        date: new Date(firstAt),
      });
      if (unknown.length > 0) {
        const arrived = await findArrived({ ...options, branch, commit });
        if (arrived) return arrived;
      }
      await currentRun()?.assertMine();
      ctx.logger.info(`Pushing to ${cloneUrl}`);
      try {
        const secret = await serving.secret();
        await pushCommit({ ...commit, branch, url: cloneUrl, secret });
        return { commitHash: commit.oid };
      } catch (error) {
        if (!isCutOff(error)) throw error;
        ctx.logger.warn(
          `The git push was cut off, going on through GitHub's API. A proxy in the network may not let git through.`,
        );
        const arrived = await findArrived({ ...options, branch, commit });
        return (
          arrived ??
          (await pushThroughApi({ ...options, dir, branch, message }))
        );
      } finally {
        await fs.rm(gitdir, { recursive: true, force: true });
      }
    },
  });
}

/** The head of the branch, if it has the files of the commit. */
async function findArrived(
  options: PublishContext & { branch: string; commit: Commit },
): Promise<{ commitHash: string } | undefined> {
  const { ctx, client, target, branch, commit } = options;
  const { owner, repo } = target;
  try {
    const { data } = await client.rest.repos.getBranch({ owner, repo, branch });
    if (data.commit.commit.tree.sha !== commit.tree) return undefined;
    ctx.logger.info(`The branch ${branch} has these files already`);
    return { commitHash: data.commit.sha };
  } catch (error) {
    if ((error as { status?: number }).status === 404) return undefined;
    throw error;
  }
}
