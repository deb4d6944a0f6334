import type { RepositoryCall } from '../../http/Route';
import { encodePath } from '../encodePath';
import { fullNameOf } from '../fullNameOf';
import { downloadUrl } from '../raw/downloadUrl';

/** The addresses of what is at a path. `ref` is what the caller asked for, or the default branch. */
export function contentLinks(options: {
  call: RepositoryCall;
  type: 'file' | 'dir' | 'symlink' | 'submodule';
  path: string;
  sha: string;
  ref: string;
}) {
  const { call, type, path, sha, ref } = options;
  const fullName = fullNameOf(call);
  const api = `${call.urls.api}/repos/${fullName}`;
  const encoded = encodePath(path);
  const isTree = type === 'dir';
  const self = `${api}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  // A submodule's commit is in another repository.
  const isHere = type !== 'submodule';
  const git = isHere ? `${api}/git/${isTree ? 'trees' : 'blobs'}/${sha}` : null;
  const html = isHere
    ? `${call.urls.html}/${fullName}/${isTree ? 'tree' : 'blob'}/${encodePath(
        ref,
      )}/${encoded}`
    : null;
  return {
    url: self,
    html_url: html,
    git_url: git,
    download_url:
      type === 'file' || type === 'symlink'
        ? downloadUrl({ ...call, ref, path })
        : null,
    _links: { self, git, html },
  };
}
