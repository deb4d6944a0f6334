import type { Sandbox } from '../core/Sandbox';
import type { Repository, User } from '../core/state';
import type { RefChange } from '../git';

const BRANCH = 'refs/heads/master';

/** Tells of the pages that a push to a wiki made or changed. https://docs.github.com/webhooks/webhook-events-and-payloads#gollum */
export async function announceWikiPush(options: {
  sandbox: Sandbox;
  repository: Repository;
  change: RefChange;
  sender: User;
}): Promise<void> {
  const { sandbox, repository, change, sender } = options;
  if (change.ref !== BRANCH || !change.after) return;
  const git = await sandbox.git.open({ id: `${repository.id}.wiki` });
  const sha = change.after;
  const pages = (await git.diff({ from: change.before, to: sha }))
    .filter(({ path, status }) => path.endsWith('.md') && status !== 'removed')
    .map(({ path, status }) => ({
      name: path.replace(/\.md$/, ''),
      action: status === 'added' ? ('created' as const) : ('edited' as const),
      sha,
    }));
  if (pages.length === 0) return;
  sandbox.events.emit({ name: 'gollum', repository, pages, sender });
}
