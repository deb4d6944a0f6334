import { Document, LineCounter } from 'yaml';

/** One YAML document of a file that parsed, with what it takes to point at its parts. */
export type SourceDocument = {
  file: string;
  /** Counted from 1. */
  number: number;
  yaml: Document.Parsed;
  lines: LineCounter;
  /** The document as plain data, the way the catalog reads it. */
  value: Record<string, unknown>;
};
