import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type {
  CatalogScmEvent,
  CatalogScmEventsService,
} from '@backstage/plugin-catalog-node/alpha';
import type { Ingestion } from '../ingestion/Ingestion';
import type { EntityLocations } from './EntityLocations';
import type { ScmEventHandling } from './readScmEventHandling';

/** Provides nothing: has entities processed at once when the files that they came from have changed. */
export class ScmEventRefreshProvider implements EntityProvider {
  readonly #ingestion: Pick<Ingestion, 'refreshKeys' | 'refreshRefs'>;
  readonly #entities: Pick<EntityLocations, 'entitiesAt'>;
  readonly #scmEvents: CatalogScmEventsService;
  readonly #handling: ScmEventHandling;

  constructor(options: {
    ingestion: Pick<Ingestion, 'refreshKeys' | 'refreshRefs'>;
    entities: Pick<EntityLocations, 'entitiesAt'>;
    scmEvents: CatalogScmEventsService;
    scmEventHandling: ScmEventHandling;
  }) {
    this.#ingestion = options.ingestion;
    this.#entities = options.entities;
    this.#scmEvents = options.scmEvents;
    this.#handling = options.scmEventHandling;
  }

  getProviderName(): string {
    return 'GenericScmEventRefreshProvider';
  }

  async connect(_connection: EntityProviderConnection): Promise<void> {
    if (this.#handling.refresh) {
      this.#scmEvents.subscribe({ onEvents: events => this.#onEvents(events) });
    }
  }

  async #onEvents(events: readonly CatalogScmEvent[]): Promise<void> {
    const files: string[] = [];
    const folders: string[] = [];
    for (const event of events) {
      if (event.type === 'location.updated') {
        files.push(event.url);
      } else if (
        event.type === 'repository.updated' &&
        !/[?#]/.test(event.url)
      ) {
        folders.push(event.url.replace(/\/*$/, '/'));
      }
    }
    const refs = toLocationRefs(files);
    const prefixes = toLocationRefs(folders);
    let count = 0;
    if (refs.length > 0 || prefixes.length > 0) {
      count += await this.#ingestion.refreshKeys({ keys: refs, prefixes });
      count += await this.#ingestion.refreshRefs({
        entityRefs: this.#entities.entitiesAt({ refs, prefixes }),
      });
    }
    this.#scmEvents.markEventActionTaken({ count, action: 'refresh' });
  }
}

/** Files are told of as blobs, and may have been registered as trees. */
function toLocationRefs(urls: readonly string[]): string[] {
  return [
    ...new Set(
      urls.flatMap(url => [
        `url:${url}`,
        `url:${url.replace('/blob/', '/tree/')}`,
      ]),
    ),
  ];
}
