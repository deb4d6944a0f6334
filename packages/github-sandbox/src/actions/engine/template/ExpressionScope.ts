import type { JsonValue } from '../types';

/** What an expression may read and call where it stands. */
export interface ExpressionScope {
  /** The named contexts: `github`, `env`, `matrix`, ... Those left out are empty. */
  contexts: { readonly [name: string]: JsonValue | undefined };
  /** What `success()`, `failure()` and `cancelled()` answer here. `always()` is always true. */
  status?: { success: boolean; failure: boolean; cancelled: boolean };
  /** `hashFiles`: the digest of all files of the workspace that match, or an empty text. */
  hashFiles?: (patterns: string[]) => string;
}
