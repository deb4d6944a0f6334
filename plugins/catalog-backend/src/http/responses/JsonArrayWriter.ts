import type { Response } from 'express';
import type { EntityBodies } from '../../query/EntitiesCatalog';
import { jsonContentType } from './jsonContentType';
import { ResponseWriter } from './ResponseWriter';

/** In characters. Larger than the buffer of a socket, so that there is one write for many entities. */
const CHUNK_SIZE = 64 * 1024;

/** Writes an array of entities, in as many portions as its reader likes, between a text before and a text after it. */
export class JsonArrayWriter {
  readonly #response: Response;
  readonly #writer: ResponseWriter;
  readonly #before: string;
  #isFirst = true;

  constructor(options: { response: Response; before?: string }) {
    this.#response = options.response;
    this.#writer = new ResponseWriter(options.response);
    this.#before = options.before ?? '';
  }

  /** Resolves to `closed` when the client has left. */
  async write(bodies: EntityBodies): Promise<'ok' | 'closed'> {
    let chunk = '';
    for (const entity of bodies.entities) {
      chunk += this.#separator();
      chunk += typeof entity === 'string' ? entity : JSON.stringify(entity);
      if (chunk.length >= CHUNK_SIZE) {
        if ((await this.#writer.write(chunk)) === 'closed') return 'closed';
        chunk = '';
      }
    }
    return chunk ? this.#writer.write(chunk) : 'ok';
  }

  end(after = ''): void {
    this.#response.end(`${this.#isFirst ? this.#separator() : ''}]${after}`);
  }

  /** Headers are set as late as this, so that an error before the first entity can still be answered. */
  #separator(): string {
    if (!this.#isFirst) return ',';
    this.#isFirst = false;
    this.#response.setHeader('Content-Type', jsonContentType);
    return `${this.#before}[`;
  }
}
