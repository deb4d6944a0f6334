/** Waits for a time, or until somebody wakes it. A wake-up while nobody waits counts for the next wait. */
export class Wakeup {
  #isAwake = false;
  #wake: (() => void) | undefined;

  wake(): void {
    this.#isAwake = true;
    this.#wake?.();
  }

  async wait(ms: number): Promise<void> {
    if (!this.#isAwake) {
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, ms);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#wake = undefined;
    this.#isAwake = false;
  }
}
