import { RenderEnv } from './RenderEnv';

const MAX_FAILED = 100;

/** As far as an end is looked for, in lines. */
export const MAX_SEARCHED_LINES = 10_000;

/**
 * Whether a page may still look for the end of something up to its own end. A page with very many beginnings and no end
 * would take the square of its length otherwise; beyond the limit they are text.
 */
export function searchesLeft(env: unknown): boolean {
  return (env as RenderEnv).searches.failed < MAX_FAILED;
}

/** Counts a search that found nothing. */
export function searchFailed(env: unknown): void {
  (env as RenderEnv).searches.failed += 1;
}
