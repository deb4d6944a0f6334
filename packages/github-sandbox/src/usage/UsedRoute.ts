/** A route of GitHub that somebody calls. */
export interface UsedRoute {
  /**
   * As the request log names routes: a method and GitHub's own template, `GET /repos/{owner}/{repo}/contents/{path}`; for git
   * `git-upload-pack` and `git-receive-pack`; for files without the API `GET /raw/{owner}/{repo}/{ref}/{path}`.
   */
  route: string;
  /** The packages that call it, by name, sorted. */
  usedBy: string[];
}
