import type { Response } from 'express';
import type { EntityBodies } from '../../query/EntitiesCatalog';
import { JsonArrayWriter } from './JsonArrayWriter';
import { sendJsonText } from './sendJsonText';

/** In characters. What is longer is sent in pieces, as fast as the client takes them. */
const LONGEST_WHOLE = 1024 * 1024;

/**
 * Sends entities: an array, or with `meta` an object of `items` and what is in `meta`. Serialised entities are put together as text,
 * never parsed.
 */
export async function sendEntities(options: {
  response: Response;
  items: EntityBodies;
  meta?: object;
}): Promise<void> {
  const { response, items, meta } = options;
  if (items.type === 'object') {
    response.json(meta ? { items: items.entities, ...meta } : items.entities);
    return;
  }

  const before = meta ? '{"items":' : '';
  const after = meta ? toRest(meta) : '';
  let length = 0;
  for (const body of items.entities) length += body?.length ?? 0;
  if (length <= LONGEST_WHOLE) {
    const texts = items.entities.map(body => body ?? 'null');
    sendJsonText(response, `${before}[${texts.join(',')}]${after}`);
    return;
  }
  const writer = new JsonArrayWriter({ response, before });
  if ((await writer.write(items)) === 'ok') writer.end(after);
}

/** The end of an object that `meta` follows the items in. */
function toRest(meta: object): string {
  const text = JSON.stringify(meta).slice(1);
  return text === '}' ? text : `,${text}`;
}
