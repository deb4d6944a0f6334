/** A `Thing`, with names that belong to the sequence. */
export type ThingSpec = {
  name: string;
  content?: string;
  locationKey?: string | null;
  /** Names that it depends on. */
  dependsOn?: string[];
  children?: ThingSpec[];
  emitErrors?: string[];
  throwIn?: 'preProcess' | 'validate' | 'postProcess';
};

/** What a file holds: entities, further locations, or something that is no YAML. */
export type FileContent =
  | {
      things: ThingSpec[];
      /** Also holds a Location of the third file. */ toThree?: boolean;
    }
  | { broken: true };

export type FileName = 'one.yaml' | 'two.yaml' | 'three.yaml';

/** One thing that happens to a catalog. After each the catalogs settle, because stock itself does not order what happens at once. */
export type Step =
  | { type: 'full'; provider: number; things: ThingSpec[] }
  | { type: 'delta'; provider: number; added: ThingSpec[]; removed: string[] }
  /** Refreshes what emitted the key of this thing. */
  | { type: 'refreshKey'; provider: number; name: string }
  /** Refreshes what was read from this file. */
  | { type: 'refreshFile'; provider: number; file: FileName }
  | { type: 'refresh'; name: string }
  | { type: 'addLocation'; file: FileName; onConflict?: 'refresh' }
  | { type: 'updateLocation'; file: FileName; to: FileName }
  | { type: 'removeLocation'; file: FileName }
  | { type: 'refreshLocation'; file: FileName }
  | { type: 'refreshNestedLocation' }
  | { type: 'write'; file: FileName; content: FileContent }
  | { type: 'removeFile'; file: FileName }
  | { type: 'fail'; name: string }
  | { type: 'mend'; name: string }
  | { type: 'deleteEntity'; name: string };
