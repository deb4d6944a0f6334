import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import pLimit from 'p-limit';
import type { GithubMirror } from '../../sync/GithubMirror';
import type { Timers } from '../../sync/Timers';
import type { WikiHead } from '../git/wikiHead';
import type { WikiBook } from '../known/WikiBook';
import type { WikiAddress } from '../readWikiUrl';
import type { DocsSites } from './DocsSites';
import { docsOfWikis } from './docsOfWikis';
import { refreshSite } from './refreshSite';

/** Search indexes docs again when it hears of this. */
const SITE_BUILT_TOPIC = 'callboard.techdocs.site-built';
/** TechDocs does not look at the same sources twice within a minute. */
const AGAIN_MS = 61_000;
const MOST_TRIES = 3;
const AT_ONCE = 2;

export interface WikiRefresher {
  /** Looks at a wiki and brings the docs made of it up to date. Never throws: what fails is logged, and the next look tries again. */
  refresh(wiki: WikiAddress): Promise<void>;
  /** The same for many, a few at a time. */
  refreshAll(options: {
    wikis: WikiAddress[];
    signal?: AbortSignal;
  }): Promise<void>;
  stop(): void;
}

export interface WikiRefresherOptions {
  headOf(wiki: WikiAddress): Promise<WikiHead>;
  book: WikiBook;
  mirror: Pick<GithubMirror, 'hint'>;
  catalog: Pick<CatalogService, 'streamEntities'>;
  auth: AuthService;
  /** Undefined where docs are built elsewhere (`techdocs.builder: external`). */
  sites?: DocsSites;
  events: Pick<EventsService, 'publish'>;
  timers: Timers;
  logger: LoggerService;
}

export function createWikiRefresher(
  options: WikiRefresherOptions,
): WikiRefresher {
  const { headOf, book, mirror, events, sites, timers, logger } = options;
  const limit = pLimit(AT_ONCE);
  const running = new Map<string, { again: boolean; work: Promise<void> }>();
  const waiting = new Set<() => void>();
  let isStopped = false;

  async function look(wiki: WikiAddress, tries: number): Promise<void> {
    const { host, owner, name } = wiki;
    const head = await headOf(wiki);
    const known = book.find(wiki);
    const oid = pagesAt({ head, before: known?.head });
    await book.record({ wiki, head: oid });
    if (Boolean(known?.head) !== Boolean(oid)) {
      // An inferred component gets its wiki for docs, or loses it.
      await mirror.hint([{ host, owner, name, reason: 'repository' }]);
    }
    if (head.state !== 'found' || !sites) return;
    let tooSoon = false;
    for (const { ref } of await docsOfWikis({ ...options, wiki })) {
      const refreshed = await refreshSite({ sites, ref, head: head.oid });
      if (refreshed.outcome === 'built') {
        const { entityRef } = refreshed;
        logger.info(
          `Built the docs of ${entityRef} again: its wiki has changed`,
        );
        await events.publish({
          topic: SITE_BUILT_TOPIC,
          eventPayload: { entityRef },
        });
      } else if (refreshed.outcome === 'failed') {
        logger.warn(
          `Could not build the docs of ${stringifyEntityRef(
            ref,
          )} after its wiki changed: ${refreshed.reason}`,
        );
      }
      tooSoon ||= refreshed.outcome === 'too-soon';
    }
    if (tooSoon && tries < MOST_TRIES) later(wiki, tries + 1);
  }

  function later(wiki: WikiAddress, tries: number) {
    const forget = timers.after({
      ms: AGAIN_MS,
      run() {
        waiting.delete(forget);
        void begin(wiki, tries);
      },
    });
    waiting.add(forget);
  }

  /** One look at a wiki at a time; however often it is asked for meanwhile, one more follows. */
  function begin(wiki: WikiAddress, tries: number): Promise<void> {
    const { host, owner, name } = wiki;
    const key = `${host}/${owner}/${name}`.toLowerCase();
    const current = running.get(key);
    if (current) {
      current.again = true;
      return current.work;
    }
    const entry = { again: false, work: Promise.resolve() };
    entry.work = limit(async () => {
      do {
        entry.again = false;
        if (isStopped) break;
        await look(wiki, tries).catch(error =>
          logger.warn(
            `Could not look at the wiki of ${owner}/${name}: ${error.message}`,
          ),
        );
      } while (entry.again);
    }).finally(() => running.delete(key));
    running.set(key, entry);
    return entry.work;
  }

  return {
    refresh: wiki => begin(wiki, 1),
    async refreshAll({ wikis, signal }) {
      await Promise.all(
        wikis.map(wiki => (signal?.aborted ? undefined : begin(wiki, 1))),
      );
    },
    stop() {
      isStopped = true;
      waiting.forEach(forget => forget());
      waiting.clear();
    },
  };
}

/** The commit to remember. That something is refused which has been read before says nothing of its pages. */
function pagesAt(options: {
  head: WikiHead;
  before?: string;
}): string | undefined {
  const { head, before } = options;
  if (head.state === 'found') return head.oid;
  return head.state === 'refused' ? before : undefined;
}
