import type { Answer } from '../../http/Route';

/** A file as it is, for `application/vnd.github.raw+json`. */
export function rawAnswer(data: Buffer): Answer {
  return {
    body: data,
    headers: { 'content-type': 'application/vnd.github.v3.raw; charset=utf-8' },
  };
}
