import { randomBytes } from 'node:crypto';

/**
 * Keeps HTML that the renderer made itself (coloured code, icons) out of the page while that is sanitised: in its place
 * stands an empty element with a name that no author can guess. It must hold nothing of the page that is not escaped.
 */
export class Slots {
  readonly #name = randomBytes(12).toString('hex');
  readonly #contents: string[] = [];

  /** Keeps `html` and returns what stands for it; `block` outside of paragraphs. */
  put(html: string, kind: 'block' | 'inline'): string {
    this.#contents.push(html);
    const tag = kind === 'block' ? 'div' : 'span';
    const id = `${this.#name}-${this.#contents.length - 1}`;
    return `<${tag} data-slot="${id}"></${tag}>`;
  }

  /** Puts everything kept back in its place. */
  fill(html: string): string {
    if (this.#contents.length === 0) {
      return html;
    }
    const place = new RegExp(
      `<(div|span) data-slot="${this.#name}-(\\d+)"></\\1>`,
      'g',
    );
    return html.replace(
      place,
      (_, _tag, index) => this.#contents[Number(index)] ?? '',
    );
  }
}
