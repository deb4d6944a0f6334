import type { Environment } from '../../config/readEnvironment';
import type { Problem } from '../../problems/Problem';
import { findPortal } from './findPortal';
import type { ImportPortal } from './ImportPortal';
import { openPortal } from './openPortal';

/** The running portal of this configuration and data directory, for imports; see `findPortal`. */
export async function reachPortal(options: {
  environment: Environment;
}): Promise<
  | { outcome: 'reached'; portal: ImportPortal; baseUrl: string }
  | { outcome: 'unreadable'; problems: Problem[] }
> {
  const found = await findPortal({ ...options, user: 'import' });
  if (found.outcome === 'unreadable') return found;
  const { url, key, baseUrl } = found;
  return { outcome: 'reached', portal: openPortal({ url, key }), baseUrl };
}
