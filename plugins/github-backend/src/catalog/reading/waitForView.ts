import type { MirrorView } from '../../store/MirrorView';
import type { CatalogLink } from '../CatalogLink';

/**
 * What the mirror knows, once it has opened its database; undefined when it has not in time. Both start together, and without waiting every
 * start would read from GitHub what the mirror has.
 */
export function waitForView(options: {
  link: Pick<CatalogLink, 'view'>;
  pause: (ms: number) => Promise<void>;
  /** Altogether, in milliseconds. */
  patienceMs: number;
}): () => Promise<MirrorView | undefined> {
  const { link, pause, patienceMs } = options;
  let waiting: Promise<void> | undefined;

  async function wait() {
    for (let waited = 0; waited < patienceMs && !link.view(); waited += 50) {
      await pause(50);
    }
  }
  return async () => {
    if (!link.view()) {
      waiting ??= wait();
      await waiting;
    }
    return link.view();
  };
}
