export interface Config {
  backend?: {
    auth?: {
      keys?: Array<{
        /**
         * The name of the service that comes with the secret as its bearer token: `external:<id>`.
         * @default backstage-plugin
         */
        id?: string;
        /** What it is for, as the page of keys shows it. */
        description?: string;
      }>;
    };
  };
  callboard?: {
    access?: {};
  };
}
