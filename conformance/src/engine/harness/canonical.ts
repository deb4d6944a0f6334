import type { Entity } from '@backstage/catalog-model';
import type { Answer } from './ask';

const HASH = /^[0-9a-f]{40}$/;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** An entity without what differs between any two catalogs: its uid, and the etag that the catalog makes. */
export function canonicalEntity(entity: Entity): unknown {
  const { uid, etag } = entity.metadata;
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      uid: uid && '<uid>',
      etag: etag && HASH.test(etag) ? '<etag>' : etag,
    },
  };
}

/** Which identifiers an answer may name, and what they stand for. */
export type KnownIds = Map<string, string>;

/**
 * An answer in a form that is equal where two catalogs agree: identifiers and etags are replaced, cursors decoded, stack traces
 * left out.
 */
export function canonicalAnswer(answer: Answer, ids: KnownIds): unknown {
  const { status, contentType, link, body } = answer;
  return {
    status,
    contentType,
    ...(link !== undefined && { link: decodeCursorsIn(link) }),
    body: canonicalValue(body, ids),
  };
}

function canonicalValue(value: unknown, ids: KnownIds, key?: string): unknown {
  if (Array.isArray(value)) {
    return value.map(item => canonicalValue(item, ids));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => name !== 'stack')
        .map(([name, item]) => [name, canonicalValue(item, ids, name)]),
    );
  }
  if (typeof value !== 'string') {
    return value;
  }
  if (key === 'nextCursor' || key === 'prevCursor') {
    return canonicalValue(decodeCursor(value), ids);
  }
  if (key === 'etag' && HASH.test(value)) {
    return '<etag>';
  }
  return value
    .replace(UUID, id => ids.get(id) ?? id)
    .replace(/logId=[0-9a-f]+/, 'logId=<id>');
}

function decodeCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
  } catch {
    return cursor;
  }
}

function decodeCursorsIn(link: string): unknown {
  return link.replace(
    /after=([^&>]+)/,
    (_, cursor) =>
      `after=${JSON.stringify(decodeCursor(decodeURIComponent(cursor)))}`,
  );
}
