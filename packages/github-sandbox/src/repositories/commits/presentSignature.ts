import { isoSeconds } from '../../core/isoSeconds';
import type { Signature } from '../../git';

/** An author, committer or tagger, its time in UTC. */
export function presentSignature({ name, email, date }: Signature) {
  return { name, email, date: isoSeconds(date) };
}
