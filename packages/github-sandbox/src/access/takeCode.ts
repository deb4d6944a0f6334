import { hashSecret } from '../core/hashSecret';
import type { Sandbox } from '../core/Sandbox';
import type { TemporaryCode } from '../core/state';

/** A temporary code, which is gone after this. Undefined for one that is unknown, of another kind, used or too old. */
export function takeCode(options: {
  sandbox: Sandbox;
  kind: TemporaryCode['kind'];
  code: string;
}): TemporaryCode | undefined {
  const { sandbox, kind, code } = options;
  const { codes } = sandbox.state;
  const now = sandbox.clock.iso();
  for (const row of codes.all()) {
    if (row.expiresAt <= now) codes.remove(row);
  }
  const found = codes.first('hash', hashSecret(code));
  if (found?.kind !== kind) return undefined;
  codes.remove(found);
  return found;
}
