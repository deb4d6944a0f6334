/** What a plugin's requests failed with, by what was asked for. A later success takes the failure back. */
export class FailureLog {
  readonly #messages = new Map<string, string>();
  readonly #listeners = new Set<() => void>();

  report(failure: { request: string; message: string }) {
    this.#messages.set(failure.request, failure.message);
    this.#changed();
  }

  settle(request: string) {
    if (this.#messages.delete(request)) {
      this.#changed();
    }
  }

  clear() {
    if (this.#messages.size > 0) {
      this.#messages.clear();
      this.#changed();
    }
  }

  /** The latest failure. */
  latest = (): string | undefined => [...this.#messages.values()].pop();

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #changed() {
    this.#listeners.forEach(listener => listener());
  }
}
