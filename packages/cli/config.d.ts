export interface Config {
  app?: {
    /**
     * Whether the backend serves the frontend. Set to false where another server does.
     * @default true
     */
    serve?: boolean;
  };
}
