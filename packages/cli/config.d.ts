export interface Config {
  app?: {
    /**
     * Whether the backend serves the frontend. Set to false where another server does.
     * @default true
     */
    serve?: boolean;
  };
  callboard?: {
    /**
     * The presets that are on, in order. `callboard start` sets it.
     * @deepVisibility frontend
     */
    presets?: string[];
    /**
     * The npm names of the bundled plugins that are on. `callboard start` sets it from the presets.
     * @deepVisibility frontend
     */
    plugins?: string[];
  };
}
