export interface Config {
  auth?: {
    providers?: {
      /** @visibility frontend */
      ghe?: {
        [authEnv: string]: {
          clientId: string;
          /** @visibility secret */
          clientSecret: string;
          /** The address of the GitHub Enterprise Server, for example https://github.example.com */
          enterpriseInstanceUrl: string;
          callbackUrl?: string;
          additionalScopes?: string | string[];
          sessionDuration?: string | { [unit: string]: number };
          signIn?: {
            resolvers: {
              resolver: string;
              [option: string]: unknown;
            }[];
          };
        };
      };
    };
  };
}
