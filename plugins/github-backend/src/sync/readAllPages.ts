import type { PageRead } from '../github/GithubRepositories';
import { noticePeople } from './noticePeople';
import type { Run } from './Run';

interface Asked {
  page: PageRead;
  /** By `MirrorStore.time`. */
  askedAt: Date;
}

/**
 * All pages of an organisation. The next one is asked for while what was yielded is being worked on, and not more than that is held. With
 * each page comes when it was asked for. The first tells of people too.
 */
export async function* readAllPages(run: Run): AsyncGenerator<Asked> {
  const { context, host, organisation, wishes, signal } = run;
  const ask = (after?: string) => {
    const answer = (async () => {
      const askedAt = await context.store.time();
      const of = (people: boolean) =>
        context.repositories.page({
          host,
          owner: organisation,
          order: 'name',
          after,
          wanted: wishes.wanted,
          size: wishes.pageSize,
          ...(people && { people }),
          signal,
        });
      const page =
        after === undefined
          ? await noticePeople({ run, at: context.now(), ask: of })
          : await of(false);
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
