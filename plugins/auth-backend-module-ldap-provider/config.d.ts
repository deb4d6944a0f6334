export interface Config {
  auth?: {
    providers?: {
      /** @visibility frontend */
      ldap?: {
        /** Exactly one environment, for example `production`. */
        [authEnv: string]: {
          ldapAuthenticationOptions: {
            ldapOpts: {
              /** `ldap://HOST:PORT` or `ldaps://HOST:PORT` */
              url: string;
              tlsOptions?: {
                /**
                 * Whether the server's certificate is verified.
                 * @default true
                 */
                rejectUnauthorized?: boolean;
              };
            };
            /** Whether a connection to `ldap://` turns to TLS before anything is sent. */
            starttls?: boolean;
            /** The account that looks people up; anonymous without it. */
            adminDn?: string;
            /** @visibility secret */
            adminPassword?: string;
            /** People are below this DN. */
            userSearchBase: string;
            /** A filter that people must match. */
            userSearchFilter?: string;
            /**
             * The attribute with the user name; `sAMAccountName` in Active Directory.
             * @default uid
             */
            usernameAttribute?: string;
          };
          /**
           * How long after the password was given a session can go on.
           * @default { days: 7 }
           */
          sessionDuration?: string | { [unit: string]: number };
          signIn?: {
            resolvers: {
              /** `usernameMatchingUserEntityName` (the default), `dnMatchingUserEntityAnnotation`, or one by email. */
              resolver: string;
              [option: string]: unknown;
            }[];
          };
        };
      };
    };
  };
}
