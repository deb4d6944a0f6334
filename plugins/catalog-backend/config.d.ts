import type { HumanDuration } from '@backstage/types';

export interface Config {
  catalog?: {
    /** What the catalog engine adds to the configuration of the catalog. */
    engine?: {
      /** How much memory the serialised entities may take that are kept at hand, in megabytes. 64 when absent. */
      bodyCacheMegabytes?: number;

      /**
       * How much one entity may be, and bring with it. An entity that exceeds a limit gets an error; nothing else is affected.
       */
      limits?: {
        /** The entity as JSON, in bytes. 16 MiB when absent. */
        size?: number;
        /** How many levels of objects and lists may be nested in each other. 100 when absent. */
        depth?: number;
        /** Of `metadata.tags`. 1,000 when absent. */
        tags?: number;
        /** Relations that processors emit for it, incoming ones included. 100,000 when absent. */
        relations?: number;
        /** Entities and locations that processors emit for it. 100,000 when absent. */
        entities?: number;
        /** Refresh keys that processors emit for it. 100,000 when absent. */
        refreshKeys?: number;
        /** How long its processors may take together. Five minutes when absent. */
        time?: HumanDuration | string;
      };

      /**
       * Starts the catalog although `catalog.locations` has an entry of a well-known type whose processor is not installed.
       */
      skipMissingProcessorsCheck?: boolean;
    };
  };
}
