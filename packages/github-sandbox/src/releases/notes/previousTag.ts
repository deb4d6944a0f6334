import type { GitRepository } from '../../git';

/** The tag before a commit: of those in its history, the one with the newest commit. */
export async function previousTag(options: {
  git: GitRepository;
  /** Tags of this name are not meant. */
  except: string;
  commit: string;
}): Promise<string | undefined> {
  const { git, except, commit } = options;
  const found: Array<{ name: string; date: number }> = [];
  for (const { ref } of await git.listRefs({ prefix: 'refs/tags/' })) {
    const name = ref.slice('refs/tags/'.length);
    const tagged = await git.resolve({ expression: ref, type: 'commit' });
    if (
      tagged &&
      name !== except &&
      (await git.isAncestor({ ancestor: tagged.sha, of: commit }))
    ) {
      const read = await git.readCommit({ sha: tagged.sha });
      found.push({ name, date: read?.committer.date.getTime() ?? 0 });
    }
  }
  return found.sort((a, b) => a.date - b.date).at(-1)?.name;
}
