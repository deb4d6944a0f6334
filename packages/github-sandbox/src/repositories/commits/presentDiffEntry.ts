import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { FileDiff } from '../../git';
import type { Urls } from '../../http/createUrls';
import { encodePath } from '../encodePath';
import { fullNameOf } from '../fullNameOf';

/** GitHub's `diff-entry`: one changed file. `ref` is the commit after the change, which the addresses lead to. */
export function presentDiffEntry(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  file: FileDiff;
  ref: string;
}) {
  const { sandbox, urls, repository, file, ref } = options;
  const fullName = fullNameOf({ sandbox, repository });
  const path = encodePath(file.path);
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.changes,
    blob_url: `${urls.html}/${fullName}/blob/${ref}/${path}`,
    raw_url: `${urls.html}/${fullName}/raw/${ref}/${path}`,
    contents_url: `${urls.api}/repos/${fullName}/contents/${path}?ref=${ref}`,
    ...(file.patch !== undefined && { patch: file.patch }),
    ...(file.previousPath !== undefined && {
      previous_filename: file.previousPath,
    }),
  };
}
