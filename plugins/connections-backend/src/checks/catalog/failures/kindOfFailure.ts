/**
 * `rules`: catalog.rules allows no such kind there. `refused`: what holds the file did not hand it out. `missing`: it said that there is no
 * file, which GitHub also says to those who may not see it. `file`: what is in the file.
 */
export type FailureKind = 'rules' | 'refused' | 'missing' | 'file';

const REFUSED = [
  /\b(401|403|429|50[0-4])\b/,
  /suspended|bad credentials|unauthori[sz]ed|forbidden|rate limit|cannot serve/i,
  /requires authentication|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|fetch failed/i,
];
const MISSING = /no matching files found|\b404\b|not found|NotFoundError/i;

/** Tells errors of the catalog apart by their words, which is all that the catalog keeps of them. */
export function kindOfFailure(message: string): FailureKind {
  if (/is not of an allowed kind/.test(message)) return 'rules';
  // What stands in an address says nothing.
  const words = message.replace(/https?:\/\/\S+/g, '');
  if (REFUSED.some(pattern => pattern.test(words))) return 'refused';
  return MISSING.test(words) ? 'missing' : 'file';
}
