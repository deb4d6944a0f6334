export interface Config {
  auth?: {
    providers?: {
      /** @visibility frontend */
      github?: {
        [authEnv: string]: {
          /**
           * Whether a sign-in looks, with the person's token, for organisations of `catalog.providers.githubOrg` that want SAML single sign-on
           * first, and shows the person where to authorise it. One request an organisation and sign-in.
           * @default false
           * @visibility frontend
           */
          allowSamlSso?: boolean;
        };
      };
      /** @visibility frontend */
      ghe?: {
        [authEnv: string]: {
          clientId: string;
          /** @visibility secret */
          clientSecret: string;
          /** The address of the GitHub Enterprise Server, for example https://github.example.com */
          enterpriseInstanceUrl: string;
          /**
           * As for github.
           * @default false
           * @visibility frontend
           */
          allowSamlSso?: boolean;
        };
      };
    };
  };
}
