import type { WikiDocsOutcome } from '@callboard/plugin-github-common';
import type { GithubService } from '@callboard/plugin-github-node';
import os from 'node:os';
import type { Octokit } from 'octokit';
import type { GithubSettings } from '../../config/GithubSettings';
import { sourcesOf } from '../../config/sourcesOf';
import { judgeError } from '../../import/apply/judgeError';
import { newDescriptorPath } from '../../import/plan/descriptorPaths';
import {
  openProposal,
  PROPOSAL_PATIENCE_MS,
} from '../../proposals/openProposal';
import type { WikiFile } from '../convert/Wiki';
import { cloneWiki } from '../git/cloneWiki';
import { remoteOf } from '../reader/remoteOf';
import type { WikiAddress } from '../readWikiUrl';
import { endOf } from './endOf';
import { proposedFiles } from './proposedFiles';
import { wikiDocsState, type WikiDocsState } from './wikiDocsState';
import { wikiDocsText } from './wikiDocsText';

/** The branch of our pull requests. */
export const WIKI_BRANCH = 'callboard/wiki-docs';

/** https://docs.github.com/graphql/reference/mutations#createcommitonbranch */
export const COMMIT_MUTATION = `
  mutation wikiDocsCommit($input: CreateCommitOnBranchInput!) {
    createCommitOnBranch(input: $input) { commit { oid } }
  }
`;

type Found = Extract<WikiDocsState, { state: 'found' }>;

export interface WikiProposalOptions {
  github: Pick<GithubService, 'client' | 'credentials'>;
  settings: Pick<GithubSettings, 'repositories'>;
  portalUrl?: string;
  portalTitle: string;
  now: () => Date;
  /** @defaultValue the system's folder for temporary files */
  workDir?: string;
}

/**
 * Opens a pull request that brings a wiki into `docs/`: a branch, a commit, the request, each only where it is not there, so that asking again
 * goes on where it was left. Never touches a repository that has `docs/`; a request that people have closed is not opened again.
 */
export function createWikiProposal(
  options: WikiProposalOptions,
): (wiki: WikiAddress) => Promise<WikiDocsOutcome> {
  const { github, now } = options;
  return async wiki => {
    try {
      const { remote, repositoryUrl } = await remoteOf({
        ...{ wiki, credentials: github.credentials, pluginId: 'github' },
      });
      const client = await github.client({
        url: repositoryUrl,
        priority: 'background',
        patienceMs: PROPOSAL_PATIENCE_MS,
      });
      const sources = sourcesOf({
        ...options,
        host: wiki.host,
        owner: wiki.owner,
      });
      const path = newDescriptorPath(sources);
      const { owner, name } = wiki;
      const asked = { client, owner, name, path, branch: WIKI_BRANCH };
      const state = await wikiDocsState(asked);
      const ended = endOf({ state, wiki });
      if (ended) return ended;
      const { files } = await cloneWiki({
        remote,
        workDir: options.workDir ?? os.tmpdir(),
      });
      const content = proposedFiles({
        ...{ files, repositoryUrl, wiki, path },
        state: state as Found,
      });
      if (content.outcome === 'skipped') {
        return { status: 'skipped', reason: content.reason };
      }
      const url = await propose({
        ...{ ...options, ...content, client, wiki, repositoryUrl },
        state: state as Found,
      });
      return { status: 'pull-request', url };
    } catch (error) {
      const judged = judgeError({ error, now: now() });
      return judged.outcome === 'wait'
        ? {
            status: 'waits',
            until: judged.until.toISOString(),
            reason: judged.reason,
          }
        : { status: 'failed', reason: judged.message };
    }
  };
}

async function propose(
  options: WikiProposalOptions & {
    client: Octokit;
    wiki: WikiAddress;
    repositoryUrl: string;
    state: Found;
    additions: WikiFile[];
    notes: string[];
  },
): Promise<string> {
  const { client, wiki, repositoryUrl, state, additions } = options;
  const base = state.head!;
  const text = wikiDocsText({
    ...options,
    wikiUrl: `${repositoryUrl}/wiki`,
    pages: additions.filter(({ path }) => /^docs\/.*\.md$/.test(path)).length,
  });
  return openProposal({
    ...{ client, owner: wiki.owner, name: wiki.name, state, base, ...text },
    branch: WIKI_BRANCH,
    async commit() {
      // What people have changed on our branch stays.
      if (state.branch?.hasDocs) return;
      await client.graphql(COMMIT_MUTATION, {
        input: {
          branch: {
            repositoryNameWithOwner: state.nameWithOwner,
            branchName: WIKI_BRANCH,
          },
          expectedHeadOid: state.branch?.oid ?? base.oid,
          message: { headline: text.title },
          fileChanges: {
            additions: additions.map(({ path, content }) => ({
              path,
              contents: content.toString('base64'),
            })),
          },
        },
      });
    },
  });
}
