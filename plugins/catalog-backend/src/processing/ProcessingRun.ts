import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type { ProcessorCaches } from './ProcessorCaches';
import type { ProcessorOutputCollector } from './ProcessorOutputCollector';

/** One entity on its way through the processors. */
export type ProcessingRun = {
  entityRef: string;
  /** Where the entity was read. */
  location: LocationSpec;
  /** Where the reading began. */
  originLocation: LocationSpec;
  caches: ProcessorCaches;
  collector: ProcessorOutputCollector;
  /** Whether somebody records spans. */
  isTraced: boolean;
  progress: RunProgress;
};

/** Where a run is, to tell what it hangs in. */
export type RunProgress = {
  /** Who is at work. */
  who: string;
  /** What they do, in a word that ends in "ing". */
  doing: string;
  /** Nobody waits for the run any more, so that it must not go on. */
  isGivenUp: boolean;
};
