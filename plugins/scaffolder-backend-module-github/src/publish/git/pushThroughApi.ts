import fs from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import { serializeDirectoryContents } from '@backstage/plugin-scaffolder-node';
import type { PublishContext } from '../PublishContext';

/** GitHub takes no longer requests. */
const LARGEST_BYTES = 30 * 1024 * 1024;

/** Where there is no commit yet, GitHub's API can make one only of a file. */
const PLACEHOLDER = '.gitkeep';

const COMMIT_ON_BRANCH = `
  mutation CommitOnBranch($input: CreateCommitOnBranchInput!) {
    createCommitOnBranch(input: $input) {
      commit {
        oid
      }
    }
  }
`;

/** Puts files into a repository without git, where a network lets no push through. Links and what a file may do are lost, as in stock. */
export async function pushThroughApi(
  options: PublishContext & { dir: string; branch: string; message: string },
): Promise<{ commitHash: string }> {
  const { client, target, branch, message } = options;
  const { owner, repo } = target;
  const additions = await readFiles(options);
  const { head, isPlaceholder } = await findHead(options);
  const deletions =
    isPlaceholder && !additions.some(file => file.path === PLACEHOLDER)
      ? [{ path: PLACEHOLDER }]
      : [];
  const made = await client.graphql<{
    createCommitOnBranch: { commit: { oid: string } };
  }>(COMMIT_ON_BRANCH, {
    input: {
      branch: {
        repositoryNameWithOwner: `${owner}/${repo}`,
        branchName: branch,
      },
      message: { headline: message },
      fileChanges: { additions, deletions },
      expectedHeadOid: head,
    },
  });
  return { commitHash: made.createCommitOnBranch.commit.oid };
}

async function readFiles(
  options: Pick<PublishContext, 'target'> & { dir: string },
): Promise<Array<{ path: string; contents: string }>> {
  const { target, dir } = options;
  const found = await serializeDirectoryContents(dir, { gitignore: true });
  const files = found.filter(file => !file.symlink);
  const name = `${target.owner}/${target.repo}`;
  if (files.length === 0) {
    throw new InputError(`There are no files to publish to ${name}`);
  }
  const sizes = await Promise.all(
    files.map(file => fs.stat(path.join(dir, file.path))),
  );
  const bytes = sizes.reduce((sum, { size }) => sum + (size * 4) / 3 + 1024, 0);
  if (bytes > LARGEST_BYTES) {
    throw new InputError(
      `The files for ${name} are too large for GitHub's API, ${Math.ceil(
        bytes / 1024 / 1024,
      )} MB of ${
        LARGEST_BYTES / 1024 / 1024
      }; let git through the network's proxy, or publish fewer files`,
    );
  }
  return files.map(file => ({
    path: file.path,
    contents: file.content.toString('base64'),
  }));
}

async function findHead(
  options: PublishContext & { branch: string },
): Promise<{ head: string; isPlaceholder: boolean }> {
  const { client, target, branch } = options;
  const { owner, repo } = target;
  try {
    const { data } = await client.rest.git.getRef({
      owner,
      repo,
      ref: `heads/${branch}`,
    });
    return { head: data.object.sha, isPlaceholder: false };
  } catch (error) {
    const { status } = error as { status?: number };
    // 409: no commits at all; 404: the branch is not there.
    if (status !== 404 && status !== 409) throw error;
    const { data } = await client.rest.repos.createOrUpdateFileContents({
      owner,
      repo,
      path: PLACEHOLDER,
      message: 'initialize repository',
      content: '',
      branch,
    });
    return { head: data.commit.sha!, isPlaceholder: true };
  }
}
