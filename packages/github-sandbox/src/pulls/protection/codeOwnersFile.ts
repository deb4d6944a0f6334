import type { GitRepository } from '../../git';

/** Where GitHub looks, in this order. https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** The CODEOWNERS file of a commit; undefined where it has none. */
export async function codeOwnersFile(options: {
  git: GitRepository;
  /** A SHA or the name of a branch. */
  commit: string;
}): Promise<{ path: string; text: string } | undefined> {
  const { git, commit } = options;
  for (const path of PLACES) {
    const entry = await git.entryAt({ commit, path });
    const blob =
      entry?.type === 'blob' && (await git.readBlob({ sha: entry.sha }));
    if (blob) return { path, text: blob.toString() };
  }
  return undefined;
}
