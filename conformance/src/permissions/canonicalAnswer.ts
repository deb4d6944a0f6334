const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const HASH = /[0-9a-f]{40}/g;
const TIME = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/**
 * An answer without what differs between any two portals: ids, hashes, times, and the order where nobody asked for one, which is that of
 * the ids. Cursors are opened, so that what is in them is compared too.
 */
export function canonicalAnswer(text: string): unknown {
  // Answers of MCP are events.
  const json = text.startsWith('event:')
    ? text.slice(text.indexOf('data: ') + 'data: '.length)
    : text;
  try {
    return clean(JSON.parse(json));
  } catch {
    return plain(text);
  }
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.startsWith('{') || value.startsWith('[')
      ? canonicalAnswer(value)
      : plain(value);
  }
  if (Array.isArray(value)) {
    return value
      .map(clean)
      .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        // The place in a list without an order.
        .filter(([key]) => key !== 'rank')
        .map(([key, one]) => [
          key,
          /^(next|prev)Cursor$/.test(key) ? openCursor(one) : clean(one),
        ]),
    );
  }
  return value;
}

function openCursor(cursor: unknown): unknown {
  return typeof cursor === 'string'
    ? canonicalAnswer(Buffer.from(cursor, 'base64').toString('utf8'))
    : cursor;
}

function plain(text: string) {
  return text
    .replace(UUID, '<uuid>')
    .replace(HASH, '<hash>')
    .replace(TIME, '<time>');
}
