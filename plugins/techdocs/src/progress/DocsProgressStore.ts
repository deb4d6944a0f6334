import type { DocsProgress } from './DocsProgress';
import type { DocsProgressApi } from './docsProgressApiRef';

/** Keeps what the storage of docs tells of each entity's docs, for those who show it. */
export class DocsProgressStore implements DocsProgressApi {
  readonly #states = new Map<string, DocsProgress>();
  readonly #listeners = new Set<() => void>();
  #retrier: (entityRef: string) => void = () => {};

  get(entityRef: string): DocsProgress | undefined {
    return this.#states.get(entityRef);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set(entityRef: string, state: DocsProgress): void {
    this.#states.set(entityRef, state);
    this.#listeners.forEach(listener => listener());
  }

  /** Who builds docs again when a person asks for it. */
  retryWith(retrier: (entityRef: string) => void): void {
    this.#retrier = retrier;
  }

  retry(entityRef: string): void {
    this.#retrier(entityRef);
  }
}
