import git from 'isomorphic-git';
import { createGitHttp } from './createGitHttp';
import { WIKI_LIMITS } from './WikiLimits';
import type { WikiRemote } from './WikiRemote';

/** The commit that a wiki is at. */
export type WikiHead =
  | { state: 'found'; oid: string }
  /** There is a git repository without a commit. */
  | { state: 'empty' }
  /** Of GitHub's answers, 401, 403 and 404: no pages yet, switched off, or nothing that this credential may read. */
  | { state: 'refused'; status: number };

/** Asks in one request. Throws where GitHub cannot be reached or answers something else. */
export async function wikiHead(options: {
  remote: WikiRemote;
}): Promise<WikiHead> {
  const { remote } = options;
  try {
    const refs = await git.listServerRefs({
      http: createGitHttp({ remote, limits: WIKI_LIMITS }),
      url: remote.url,
      // The second version takes two requests.
      protocolVersion: 1,
      symrefs: true,
    });
    const head =
      refs.find(({ ref }) => ref === 'HEAD') ??
      refs.find(({ ref }) => ref.startsWith('refs/heads/'));
    return head ? { state: 'found', oid: head.oid } : { state: 'empty' };
  } catch (error) {
    const status = (error as { data?: { statusCode?: number } }).data
      ?.statusCode;
    if (status && [401, 403, 404].includes(status)) {
      return { state: 'refused', status };
    }
    throw error;
  }
}
