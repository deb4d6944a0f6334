/** What `uses` of a step names. */
export type ActionReference =
  | { kind: 'local'; path: string }
  | { kind: 'docker'; image: string }
  | {
      kind: 'remote';
      /** `owner/name` */
      repository: string;
      /** Below the repository; empty for its root. */
      path: string;
      ref: string;
      /** `owner/name/path` without the ref. */
      name: string;
    };

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses */
export function parseActionReference(
  uses: string,
): ActionReference | undefined {
  if (uses.startsWith('./') || uses.startsWith('../')) {
    return { kind: 'local', path: uses };
  }
  if (uses.startsWith('docker://')) {
    return { kind: 'docker', image: uses.slice('docker://'.length) };
  }
  const match = /^([^/@\s]+)\/([^/@\s]+)((?:\/[^@\s]+)?)@(\S+)$/.exec(uses);
  if (!match) {
    return undefined;
  }
  const [, owner, repository, path, ref] = match;
  return {
    kind: 'remote',
    repository: `${owner}/${repository}`,
    path: path.slice(1),
    ref,
    name: `${owner}/${repository}${path}`,
  };
}
