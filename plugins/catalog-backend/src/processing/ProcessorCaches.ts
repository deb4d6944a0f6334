import type {
  CatalogProcessor,
  CatalogProcessorCache,
} from '@backstage/plugin-catalog-node';
import type { JsonObject, JsonValue } from '@backstage/types';
import { isJsonObject } from './isJsonObject';

/** What one processor, or one target that it reads, had stored, and stores in this run. */
class Cache implements CatalogProcessorCache {
  readonly #stored: JsonObject | undefined;
  #written: JsonObject | undefined;
  #byTarget: Map<string, Cache> | undefined;

  constructor(stored: unknown) {
    this.#stored = isJsonObject(stored) ? stored : undefined;
  }

  async get<ItemType extends JsonValue>(
    key: string,
  ): Promise<ItemType | undefined> {
    return this.#stored?.[key] as ItemType | undefined;
  }

  async set<ItemType extends JsonValue>(
    key: string,
    value: ItemType,
  ): Promise<void> {
    this.#written ??= {};
    this.#written[key] = value;
  }

  forTarget(target: string): Cache {
    this.#byTarget ??= new Map();
    let cache = this.#byTarget.get(target);
    if (!cache) {
      cache = new Cache(this.#stored?.[target]);
      this.#byTarget.set(target, cache);
    }
    return cache;
  }

  collect(): JsonObject | undefined {
    let result = this.#written ?? this.#stored;
    for (const [target, cache] of this.#byTarget ?? []) {
      const value = cache.collect();
      if (value) result = { ...result, [target]: value };
    }
    return result;
  }
}

/**
 * The caches that processors keep for one entity between two runs. What a processor writes is seen by the next run only, and replaces
 * all that it had stored before; when it writes nothing, that stays. A processor that is not called loses its cache.
 */
export class ProcessorCaches {
  readonly #stored: JsonObject;
  readonly #caches = new Map<string, Cache>();

  constructor(state: JsonObject | undefined) {
    this.#stored =
      isJsonObject(state) && isJsonObject(state.cache) ? state.cache : {};
  }

  /** `target` gives a part of the processor's cache of its own to each location that it reads. */
  forProcessor(
    processor: CatalogProcessor,
    target?: string,
  ): CatalogProcessorCache {
    const name = processor.getProcessorName();
    let cache = this.#caches.get(name);
    if (!cache) {
      cache = new Cache(this.#stored[name]);
      this.#caches.set(name, cache);
    }
    return target ? cache.forTarget(target) : cache;
  }

  /** What to store for the next run. */
  collect(): JsonObject {
    const result: JsonObject = {};
    for (const [name, cache] of this.#caches) result[name] = cache.collect();
    return result;
  }
}
