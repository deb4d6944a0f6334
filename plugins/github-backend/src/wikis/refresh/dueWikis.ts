import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { WikiBook } from '../known/WikiBook';
import type { WikiAddress } from '../readWikiUrl';
import { docsOfWikis } from './docsOfWikis';

/** Where webhooks tell of changes, a look is only for what they have missed. */
const WITH_WEBHOOKS_MS = 24 * 60 * 60_000;

/** Wikis that are docs and have not been looked at for `everyMs`, or for a day where their owner's webhooks tell of wikis. */
export async function dueWikis(options: {
  catalog: Pick<CatalogService, 'streamEntities'>;
  auth: AuthService;
  book: Pick<WikiBook, 'find'>;
  everyMs: number;
  /** Whether webhooks have told of this owner's wikis lately. */
  hasWebhooks(options: { host: string; owner: string }): Promise<boolean>;
  now: () => Date;
}): Promise<WikiAddress[]> {
  const { book, everyMs, hasWebhooks, now } = options;
  const found = new Map<string, WikiAddress>();
  for (const { wiki } of await docsOfWikis(options)) {
    found.set(`${wiki.host}/${wiki.owner}/${wiki.name}`.toLowerCase(), wiki);
  }
  const due: WikiAddress[] = [];
  for (const wiki of found.values()) {
    const known = book.find(wiki);
    const age = known ? now().getTime() - known.checkedAt.getTime() : Infinity;
    const isDue =
      age >= everyMs && (age >= WITH_WEBHOOKS_MS || !(await hasWebhooks(wiki)));
    if (isDue) due.push(wiki);
  }
  return due;
}
