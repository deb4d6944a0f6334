import type { Octokit } from 'octokit';
import type { ProposalState } from './ProposalState';

/** A change that has to wait longer is reported as a pause, rather than waited for in silence. */
export const PROPOSAL_PATIENCE_MS = 5_000;

/**
 * Opens a pull request: our branch where it is not there, the commit, the request. Resolves to its page. Asked again, it goes on where it was
 * left. Throws Octokit's errors.
 */
export async function openProposal(options: {
  client: Octokit;
  owner: string;
  name: string;
  /** Ours. */
  branch: string;
  state: Pick<ProposalState, 'branch'>;
  /** The default branch. */
  base: { branch: string; oid: string };
  title: string;
  body: string;
  /** Commits to our branch what is not there yet. */
  commit(): Promise<void>;
}): Promise<string> {
  const { client, owner, name, branch, state, base, title, body } = options;
  if (!state.branch) {
    await client.rest.git.createRef({
      ...{ owner, repo: name },
      ref: `refs/heads/${branch}`,
      sha: base.oid,
    });
  }
  await options.commit();
  const { data } = await client.rest.pulls.create({
    ...{ owner, repo: name, title, body },
    ...{ head: branch, base: base.branch },
  });
  return data.html_url;
}
