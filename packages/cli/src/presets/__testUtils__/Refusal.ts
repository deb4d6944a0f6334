/** Stands for a secret in what an operator did; no report may hold it. */
export const SECRET = 'hunter2-hunter2-hunter2';

/** What an operator did, and what each problem of the report must say: its code, and parts of its text. */
export interface Refusal {
  title: string;
  presets?: string[];
  /** `ROOT` stands for the folder with the files. */
  env?: Record<string, string>;
  files?: Record<string, string>;
  envFile?: string;
  report: [code: string, ...parts: string[]][];
}
