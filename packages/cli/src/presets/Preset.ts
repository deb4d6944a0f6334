import type { JsonObject } from '@backstage/types';

/** A preset as its file holds it; `presets/preset.schema.json` describes each field. */
export interface Preset {
  name: string;
  description: string;
  version: string;
  axis?: PresetAxis;
  exclusiveGroup?: string;
  signIn?: { provider: string; idToken: boolean };
  /** Whether it connects the portal to the GitHub sandbox, which the launcher then runs beside it. */
  sandbox: boolean;
  requires: {
    presets: string[];
    variables: Record<string, PresetVariable>;
    choices: PresetChoice[];
  };
  plugins: PresetPlugin[];
  repeat: PresetRepeat[];
  when: PresetCondition[];
  appConfig: JsonObject;
  callbacks: PresetCallback[];
  notes: string[];
  /** The file it was read from, absolute. */
  file: string;
  /** Whether it is one of the operator's own, from `CALLBOARD_PRESETS_DIR`. */
  isOwn: boolean;
}

export const PRESET_AXES = [
  'source',
  'identity',
  'ci',
  'ai',
  'platform',
] as const;
export type PresetAxis = (typeof PRESET_AXES)[number];

export type PresetVariableType =
  | 'string'
  | 'url'
  | 'integer'
  | 'boolean'
  | 'pem'
  | 'file';

/** A variable that the operator supplies. */
export interface PresetVariable {
  description: string;
  /** True unless the file says otherwise or gives a default. */
  required: boolean;
  default?: string;
  secret: boolean;
  docs?: string;
  example?: string;
  type: PresetVariableType;
  /** Whether the value is a comma-separated list. */
  list: boolean;
  /** What the whole value, or each item of a list, must match. */
  pattern?: string;
  aliases: PresetAlias[];
  /** For a token: the least rights that it needs, as the vendor's page names them. */
  rights: string[];
  /** For a file: whether it is a bundle of certificate authorities to trust. */
  trust: boolean;
}

/** Another name that is read while the variable itself is unset, unless the variable `unless` is set. */
export interface PresetAlias {
  name: string;
  unless?: string;
  /** Shown at start when the alias is what served. */
  note?: string;
}

/** Several ways of doing one thing, of which one or more are used. */
export interface PresetChoice {
  name: string;
  description: string;
  required: boolean;
  options: PresetOption[];
}

/** One way. It is meant when one of `startedBy` has a value; then all its variables are needed. */
export interface PresetOption {
  name: string;
  startedBy: string[];
  variables: Record<string, PresetVariable>;
  appConfig: JsonObject;
}

export interface PresetPlugin {
  /** An npm package of the portal, or a reference to a bundle such as `oci://HOST/REPO:TAG!NAME`. */
  package: string;
  disabled: boolean;
  pluginConfig: JsonObject;
}

/** App-config for each item of lists that belong together, if the condition holds. */
export interface PresetRepeat {
  variables: string[];
  when?: { variable: string; is?: string; isNot?: string };
  appConfig: JsonObject;
}

/** App-config that applies when a variable is set, or has (or has not) a certain value. */
export interface PresetCondition {
  variable: string;
  is?: string;
  isNot?: string;
  needs?: 'idToken';
  warning?: string;
  appConfig: JsonObject;
}

/** An address of the portal that has to be registered somewhere. */
export interface PresetCallback {
  path: string;
  register: string;
  at?: string;
}
