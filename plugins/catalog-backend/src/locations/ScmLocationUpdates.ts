import type {
  CatalogScmEvent,
  CatalogScmEventsService,
} from '@backstage/plugin-catalog-node/alpha';
import { findLocationsBelow } from './findLocationsBelow';
import type { LocationRow } from './LocationRow';
import type { LocationTable } from './LocationTable';
import type { ScmEventHandling } from './readScmEventHandling';

type EventOf<Type extends CatalogScmEvent['type']> = Extract<
  CatalogScmEvent,
  { type: Type }
>;

/** Follows files and repositories that are deleted or moved, in the locations that are registered for them. */
export class ScmLocationUpdates {
  readonly #options: {
    table: LocationTable;
    handling: ScmEventHandling;
    scmEvents: Pick<CatalogScmEventsService, 'markEventActionTaken'>;
    onAdded: (rows: LocationRow[]) => Promise<void>;
    onRemoved: (rows: LocationRow[]) => Promise<void>;
  };

  constructor(options: {
    table: LocationTable;
    handling: ScmEventHandling;
    scmEvents: Pick<CatalogScmEventsService, 'markEventActionTaken'>;
    onAdded: (rows: LocationRow[]) => Promise<void>;
    onRemoved: (rows: LocationRow[]) => Promise<void>;
  }) {
    this.#options = options;
  }

  async apply(events: readonly CatalogScmEvent[]): Promise<void> {
    const { unregister, move } = this.#options.handling;
    const of = <Type extends CatalogScmEvent['type']>(
      type: Type,
      isHandled: boolean,
    ) =>
      isHandled
        ? events.filter((event): event is EventOf<Type> => event.type === type)
        : [];
    const moved = await this.#registered(of('location.moved', move));
    const gone = new Set([
      ...of('location.deleted', unregister).map(({ url }) => url),
      ...moved.map(({ fromUrl }) => fromUrl),
    ]);
    const goneBelow = new Set(
      of('repository.deleted', unregister).map(({ url }) => url),
    );
    const created = new Set(moved.map(({ toUrl }) => toUrl));
    const movedBelow = new Map(
      of('repository.moved', move).map(({ fromUrl, toUrl }) => [
        fromUrl,
        toUrl,
      ]),
    );

    if (gone.size > 0) {
      this.#mark(
        'delete',
        await this.#remove(await this.#table.findUrls(gone)),
      );
    }
    if (goneBelow.size > 0) {
      const rows = await findLocationsBelow({
        table: this.#table,
        urls: goneBelow,
      });
      this.#mark('delete', await this.#remove(rows));
    }
    if (created.size > 0) this.#mark('create', await this.#add(created));
    if (movedBelow.size > 0) {
      let count = 0;
      for (const [from, to] of movedBelow) {
        count += await this.#moveBelow({ from, to });
      }
      this.#mark('move', count);
    }
  }

  get #table(): LocationTable {
    return this.#options.table;
  }

  #mark(action: string, count: number): void {
    this.#options.scmEvents.markEventActionTaken({ action, count });
  }

  /** A file that nobody has registered is not registered because it moves. */
  async #registered(
    events: EventOf<'location.moved'>[],
  ): Promise<EventOf<'location.moved'>[]> {
    const rows = await this.#table.findUrls(
      new Set(events.map(({ fromUrl }) => fromUrl)),
    );
    const targets = new Set(rows.map(({ target }) => target));
    return events.filter(({ fromUrl }) => targets.has(fromUrl));
  }

  async #add(urls: Iterable<string>): Promise<number> {
    const rows = await this.#table.insertUrls(urls);
    if (rows.length > 0) await this.#options.onAdded(rows);
    return rows.length;
  }

  async #remove(rows: LocationRow[]): Promise<number> {
    if (rows.length > 0) {
      await this.#table.deleteAll(rows.map(({ id }) => id));
      await this.#options.onRemoved(rows);
    }
    return rows.length;
  }

  async #moveBelow(options: { from: string; to: string }): Promise<number> {
    const { from, to } = options;
    // Where to cut a URL whose path comes in its query is anybody's guess.
    if (from === to || /[?#]/.test(from) || /[?#]/.test(to)) return 0;
    const rows = await findLocationsBelow({ table: this.#table, urls: [from] });
    await this.#remove(rows);
    await this.#add(
      rows.map(({ target }) => {
        const rest = target.slice(from.length).replace(/^\/+/, '');
        return rest ? `${to.replace(/\/+$/, '')}/${rest}` : to;
      }),
    );
    return rows.length;
  }
}
