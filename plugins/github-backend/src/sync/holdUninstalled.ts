import { lowerKey } from '../store/lowerKey';
import type { MirrorContext } from './MirrorContext';
import { holdAll } from './holdAll';

/** Organisations that were found through an App which is not installed in them any more: their entities stay until an operator lets them go. */
export async function holdUninstalled(options: {
  context: MirrorContext;
  host: string;
  app: number;
  /** Where it is installed. */
  found: string[];
}): Promise<void> {
  const { context, host, app, found } = options;
  const { store, settings } = context;
  const installed = new Set(found.map(lowerKey));
  const named = new Set(
    settings.repositories
      .filter(source => source.host === host && source.organization)
      .map(source => lowerKey(source.organization!)),
  );
  for (const state of await store.organisations.list()) {
    const { organisation } = state;
    const key = lowerKey(organisation);
    if (
      state.host !== host ||
      state.app !== app ||
      installed.has(key) ||
      named.has(key)
    ) {
      continue;
    }
    const held = await holdAll({ context, host, organisation });
    if (held.state === 'empty') {
      await store.organisations.forget({ host, organisation });
    }
  }
}
