import type { Config } from '@backstage/config';

/** What the catalog does by itself when it hears of changes in source control. */
export type ScmEventHandling = {
  /** Files that changed are read anew. */
  refresh: boolean;
  /** Locations that are gone are unregistered. */
  unregister: boolean;
  /** Locations that moved are registered at their new place. */
  move: boolean;
};

/** Reads `catalog.scmEvents`: nothing when absent or false, all that is not switched off otherwise. */
export function readScmEventHandling(config: Config): ScmEventHandling {
  const value = config.getOptional('catalog.scmEvents');
  if (value === undefined || value === false) {
    return { refresh: false, unregister: false, move: false };
  }
  if (value === true) return { refresh: true, unregister: true, move: true };
  const read = (name: keyof ScmEventHandling) =>
    config.getOptionalBoolean(`catalog.scmEvents.${name}`) ?? true;
  return {
    refresh: read('refresh'),
    unregister: read('unregister'),
    move: read('move'),
  };
}
