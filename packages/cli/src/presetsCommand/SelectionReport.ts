import type { Problem } from '../problems/Problem';

/** What `callboard presets check` says about a selection. It holds no secret value. */
export interface SelectionReport {
  /** Whether a portal could start with it. */
  ok: boolean;
  presets: PresetReport[];
  problems: Problem[];
  warnings: string[];
}

export interface PresetReport {
  name: string;
  description: string;
  version: string;
  /** Plugins that it loads. */
  plugins: string[];
  /** Keys of the configuration that it sets. */
  configures: string[];
  variables: VariableReport[];
  callbacks: { url: string; register: string; at?: string }[];
  notes: string[];
}

export interface VariableReport {
  name: string;
  description: string;
  required: boolean;
  secret: boolean;
  /** `default` where the value is the preset's own. */
  status: 'set' | 'default' | 'unset' | 'missing' | 'invalid';
  /** Where the value came from. */
  source?: string;
  /** Absent for secrets. */
  value?: string;
  docs?: string;
  example?: string;
  /** For a token: the least rights that it needs. */
  rights: string[];
  /** The way of doing something that it belongs to, as `credential: GitHub App`. */
  option?: string;
}
