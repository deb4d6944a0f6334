import type { PageRead } from '../github/GithubRepositories';
import type { Run } from './Run';

interface Asked {
  page: PageRead;
  /** By `MirrorStore.time`. */
  askedAt: Date;
}

/**
 * All pages of an organisation. The next one is asked for while what was yielded is being worked on, and not more than that is held. With
 * each page comes when it was asked for.
 */
export async function* readAllPages(run: Run): AsyncGenerator<Asked> {
  const { context, host, organisation, wishes, signal } = run;
  const ask = (after?: string) => {
    const answer = (async () => {
      const askedAt = await context.store.time();
      const page = await context.repositories.page({
        host,
        owner: organisation,
        order: 'name',
        after,
        wanted: wishes.wanted,
        size: wishes.pageSize,
        signal,
      });
      return { page, askedAt };
    })();
    // Looked at when its turn comes; that it fails before is no news for the process.
    answer.catch(() => {});
    return answer;
  };

  let asked: ReturnType<typeof ask> | undefined = ask();
  while (asked) {
    const { page, askedAt }: Asked = await asked;
    asked = page.next === undefined ? undefined : ask(page.next);
    yield { page, askedAt };
  }
}
