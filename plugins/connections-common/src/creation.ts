/** Body of `POST /api/connections/apps`: starts the manifest flow. */
export interface AppCreationRequest {
  host: string;
  /** Undefined: the App belongs to the person. */
  organization?: string;
  name?: string;
  /** Ids of features whose permissions it gets. Undefined: what is switched on. */
  features?: string[];
  /** Whether GitHub sends events. Needs a base URL that GitHub reaches. @defaultValue true where it is not a local one */
  webhook?: boolean;
}

/** The browser posts `manifest` in a form field of that name to `action`. */
export interface AppCreationForm {
  action: string;
  manifest: string;
  state: string;
  /** ISO 8601: the state is good until then. */
  expiresAt: string;
  permissions: { permission: string; level: string; neededBy: string[] }[];
}

/** Body of `POST /api/connections/apps/complete`, with what GitHub sent the browser back with. */
export interface AppCompletionRequest {
  code: string;
  state: string;
  /** `store`: in the data directory, in use at once. `show`: in the answer, once, for a secret store. */
  keep: 'store' | 'show';
}

export interface AppCompletion {
  appId: number;
  slug: string;
  name: string;
  htmlUrl: string;
  installUrl: string;
  keep: 'store' | 'show';
  /** Where it was stored. */
  file?: string;
  /** Only for `show`: variables as the presets name them, with their values. */
  variables?: Record<string, string>;
  /** Only for `show`: what to put into the configuration, as YAML; names the variables and holds no value of them. */
  config?: string;
  /** What to do next, in order. */
  next: string[];
}
