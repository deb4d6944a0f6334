export interface Config {
  callboard?: {
    github?: {
      activity?: {
        /**
         * Whether builds, pull requests, insights and security of components are shown: tabs and cards of their pages, a card for teams and a
         * widget of the home page. The backend reads the same key and asks GitHub for nothing where it is false.
         * @defaultValue true
         * @visibility frontend
         */
        enabled?: boolean;
      };
    };
  };
}
