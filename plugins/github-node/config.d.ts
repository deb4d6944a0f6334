export interface Config {
  callboard?: {
    github?: {
      /** The file of credentials that the portal was given while it ran. Without it they last as long as the process. */
      storedCredentials?: string;
      budget?: {
        /**
         * The share of each limit that is kept for people, from 0 to 0.9.
         * @defaultValue 0.1
         */
        reserve?: number;
      };
    };
  };
}
