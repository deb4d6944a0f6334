import type { Signature } from '../../git';
import { invalidRequest } from '../../http/invalidRequest';

/** An author, committer or tagger as callers send it: `{ name, email, date? }`. What is not said comes from `fallback`. */
export function readSignature(options: {
  value: unknown;
  field: string;
  fallback: Signature;
}): Signature {
  const { value, field, fallback } = options;
  if (value === undefined || value === null) return fallback;
  const { name, email, date } = value as Record<string, unknown>;
  if (typeof name !== 'string' || typeof email !== 'string') {
    const missing = typeof name === 'string' ? 'email' : 'name';
    throw invalidRequest(`"${missing}" wasn't supplied in "${field}".`);
  }
  const read = date === undefined ? fallback.date : new Date(String(date));
  if (Number.isNaN(read.getTime())) {
    throw invalidRequest(
      `${JSON.stringify(date)} is not a valid date-time for "${field}".`,
    );
  }
  const zone = /([+-])(\d\d):?(\d\d)$/.exec(String(date ?? ''));
  return {
    name,
    email,
    date: read,
    ...(zone && {
      offsetMinutes:
        (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])),
    }),
  };
}
