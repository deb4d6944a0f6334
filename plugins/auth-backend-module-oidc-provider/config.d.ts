export interface Config {
  auth?: {
    providers?: {
      /** @visibility frontend */
      oidc?: {
        [authEnv: string]: {
          signIn?: {
            resolvers: {
              /**
               * Beyond stock's: `preferredUsernameMatchingUserEntityName`, `oidcSubClaimMatchingKeycloakUserId`.
               */
              resolver: string;
              [option: string]: unknown;
            }[];
          };
        };
      };
    };
  };
}
