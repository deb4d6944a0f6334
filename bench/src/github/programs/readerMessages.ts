import type { JsonObject } from '@backstage/types';

/** What a backend that does nothing but read files is to read; the text of its first argument's file. */
export interface ReaderSettings {
  /** Whose reader of GitHub it has. */
  reader: 'stock' | 'callboard';
  config: JsonObject;
  /** Plugins, each with a reader of its own. They take the files in turn. */
  plugins: string[];
  /** URLs of files. */
  files: string[];
  /** How many are read at the same time. */
  inFlight: number;
}

/** What it says to the process that has started it. */
export type ReaderReport =
  /** All files were read. `bytes` is what was in them. */
  { type: 'read'; ms: number; bytes: number };
