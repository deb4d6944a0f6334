import type { Sandbox } from '../../core/Sandbox';
import { createLinkToken } from '../../repositories/links/createLinkToken';

/** Where files of Actions are: GitHub has them in a store of its own. */
export const PLACE = '/_actions';

/** An address that opens one file of Actions for whoever has it, for some minutes. `path`: `jobs/12/log.txt`. */
export function addressOf(options: { sandbox: Sandbox; path: string }): string {
  const { sandbox, path } = options;
  const token = createLinkToken({ sandbox, subject: subjectOf(path) });
  return `${sandbox.baseUrl}${PLACE}/${path}?token=${token}`;
}

/** What the token in such an address opens. */
export function subjectOf(path: string): string {
  return `actions ${path}`;
}
