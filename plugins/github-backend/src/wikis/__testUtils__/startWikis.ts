/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import type { Repository } from '@callboard/github-sandbox/src/core/state';
import { commitFiles } from '@callboard/github-sandbox/src/git';
import { announceWikiPush } from '@callboard/github-sandbox/src/wikis/announceWikiPush';
/* eslint-enable @backstage/no-forbidden-package-imports */
import { startReading } from '../../github/__testUtils__/startReading';

export type Wikis = Awaited<ReturnType<typeof startWikis>>;

/** A sandbox with the App `portal` on `acme`, whose wikis can be written as if a person pushed to them. */
export async function startWikis(
  options: Parameters<typeof startReading>[0] = {},
) {
  const reading = await startReading(options);
  const { sandbox, olivia } = reading.sandbox;

  return {
    ...reading,
    /** The requests of git since the last call, as `POST /acme/shop.wiki.git/git-upload-pack`. */
    gitRequests() {
      const found = sandbox.requests
        .all()
        .filter(({ path }) => path.includes('.wiki'))
        .map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`);
      sandbox.requests.clear();
      return found;
    },
    /** Commits to a wiki; null removes a page. Resolves to the commit, once everybody who listens has been told. */
    async write(
      repository: Repository,
      files: Record<string, string | Buffer | null>,
    ): Promise<string> {
      const id = `${repository.id}.wiki`;
      if (!sandbox.git.has({ id })) {
        sandbox.git.create({ id, defaultBranch: 'master' });
      }
      const git = await sandbox.git.open({ id });
      const ref = 'refs/heads/master';
      const before = (await git.readRef({ ref }))?.sha;
      const author = {
        name: 'Olivia',
        email: 'olivia@acme.example',
        date: sandbox.clock.now(),
      };
      const result = await commitFiles({
        repository: git,
        branch: 'master',
        changes: Object.entries(files).map(([path, content]) => ({
          path,
          content: content === null ? null : Buffer.from(content),
        })),
        message: 'Write',
        author,
        committer: author,
      });
      if (result.outcome !== 'committed') throw new Error(result.outcome);
      await announceWikiPush({
        sandbox,
        repository,
        change: { ref, before, after: result.commit, forced: false },
        sender: olivia,
      });
      return result.commit;
    },
  };
}
