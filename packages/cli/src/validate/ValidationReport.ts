import type { TemplateRule } from '@callboard/template-check';

/** What a problem is about. Stable: scripts filter on it. */
export type ProblemRule =
  | 'limit'
  | 'yaml'
  | 'envelope'
  | 'schema'
  | 'format'
  | 'kind'
  | 'reference'
  | 'duplicate'
  | 'target'
  | 'placeholder'
  | 'empty'
  | TemplateRule;

/** One thing that is wrong, where it is, and what to do about it. */
export type Problem = {
  /** `error`: a catalog would reject it. `warning`: it would not, but it deserves a look. */
  level: 'error' | 'warning';
  rule: ProblemRule;
  /** Path as found, relative to the working directory where that is shorter. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column: number;
  /** The field that it is about, such as `spec.steps[1].action`. Undefined when the problem is the whole file's. */
  key?: string;
  /** Which document of the file, counted from 1. 0 when the problem is the whole file's. */
  document: number;
  /** `kind:namespace/name` in lower case, when the document says enough to tell. */
  entity?: string;
  message: string;
  remedy: string;
  /** `file`: the catalog takes nothing from this file until it is mended. `entity`: its other entities are taken. */
  costs: 'file' | 'entity' | 'nothing';
};

/** A file of a folder that was not checked, and why. */
export type SkippedFile = {
  file: string;
  reason: string;
};

/** The outcome of checking a set of paths. */
export type ValidationReport = {
  /** True when there is no error. Warnings do not count. */
  ok: boolean;
  /** How many files were checked. */
  files: number;
  /** How many entities were found in them, broken ones with a readable name included. */
  entities: number;
  /** Targets and placeholders that are URLs. They are not fetched. */
  urlsNotFetched: number;
  /** Errors and warnings, by file and line. */
  problems: Problem[];
  skipped: SkippedFile[];
};
