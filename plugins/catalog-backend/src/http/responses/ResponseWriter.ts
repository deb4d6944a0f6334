import type { Response } from 'express';

/** Writes a response no faster than the client reads it. */
export class ResponseWriter {
  readonly #response: Response;
  #isClosed = false;
  #proceed: (() => void) | undefined;

  constructor(response: Response) {
    this.#response = response;
    response.on('drain', () => this.#proceed?.());
    response.on('close', () => {
      this.#isClosed = true;
      this.#proceed?.();
    });
  }

  /** Resolves once more may be written, or to `closed` when the client has left. */
  async write(text: string): Promise<'ok' | 'closed'> {
    if (this.#isClosed || this.#response.closed) return 'closed';
    if (!this.#response.write(text, 'utf8'))
      await new Promise<void>(resolve => {
        this.#proceed = resolve;
      });
    return this.#isClosed ? 'closed' : 'ok';
  }
}
