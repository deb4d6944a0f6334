import type { Document, LineCounter } from 'yaml';

/** A YAML document that remembers where it stands. */
export interface YamlSource {
  /** Relative to the seed folder. */
  file: string;
  document: Document;
  lines: LineCounter;
  /** The document as plain data; undefined where it is empty. */
  data: unknown;
}
