/** What a portal does to build docs, in this order. */
export type BuildStep = 'fetch' | 'build' | 'publish';

export interface LogLine {
  level: 'debug' | 'info' | 'warn' | 'error';
  text: string;
}

/** What is known of a build that this page has asked for. */
export interface BuildSeen {
  /** When this page asked. */
  startedAt: Date;
  step: BuildStep;
  /** Of the step `build`, once it is known. */
  pages?: { done: number; total: number };
  /** Another visitor, or the portal itself, began it. */
  isShared: boolean;
  log: LogLine[];
}

/** How far the docs of an entity are from being shown. */
export type DocsProgress =
  /** The page has been asked for, and nothing is known yet. */
  | { state: 'opening' }
  /** There are none yet, and they are being built. */
  | { state: 'building'; build: BuildSeen }
  /** There are none yet, and building them went wrong. */
  | { state: 'failed'; build: BuildSeen; cause: string; failedAt: Date }
  /** There are none, and whoever is to build them has not. */
  | { state: 'missing'; build: BuildSeen; builder: string }
  /** The page is there, or it is the reader's own matter to say why not. */
  | { state: 'settled' };
