export interface Config {
  app?: {
    /**
     * How the portal presents itself. Everything here takes effect at the next page load, without a build.
     * The portal's name is `app.title`.
     */
    branding?: {
      /** Replaces Callboard's mark and name. Each value is a path on this portal, such as `/logo.svg`, or a `data:image/...` URI. */
      logo?: {
        /**
         * The whole logo for the open rail and the sign-in page, 24 px high.
         * @visibility frontend
         */
        full?: string;
        /**
         * The whole logo on dark surfaces; `full` when absent.
         * @visibility frontend
         */
        fullDark?: string;
        /**
         * A square mark for the collapsed rail, 24 by 24 px.
         * @visibility frontend
         */
        icon?: string;
        /**
         * The square mark on dark surfaces; `icon` when absent.
         * @visibility frontend
         */
        iconDark?: string;
      };
      /** Hexadecimal colours, `#rgb` or `#rrggbb`. A value that is none, or that could not be seen, is ignored. */
      accent?: {
        /**
         * The accent on light surfaces: the mark, the active item, focus.
         * @visibility frontend
         */
        light?: string;
        /**
         * The accent on dark surfaces.
         * @visibility frontend
         */
        dark?: string;
      };
      /** Links of your own, shown at the end of the rail and in the command palette. */
      links?: Array<{
        /** @visibility frontend */
        title: string;
        /**
         * An `https:`, `http:` or `mailto:` address, or a path on this portal.
         * @visibility frontend
         */
        url: string;
      }>;
      /** Whom people ask for help; shown in the person menu and on the sign-in page. */
      support?: {
        /** @visibility frontend */
        name?: string;
        /** @visibility frontend */
        url?: string;
        /** @visibility frontend */
        email?: string;
      };
      /** One line above every page. */
      banner?: {
        /** @visibility frontend */
        text: string;
        /**
         * @visibility frontend
         */
        severity?: 'info' | 'warning' | 'danger';
        link?: {
          /** @visibility frontend */
          title: string;
          /** @visibility frontend */
          url: string;
        };
      };
    };
  };
  auth?: {
    /**
     * The sign-in page needs to know which of the providers it can offer there are. Only the presence of a provider is visible to the
     * frontend, never a value in it.
     */
    providers?: {
      /** @visibility frontend */
      guest?: object;
      /** @visibility frontend */
      github?: object;
      /** @visibility frontend */
      ghe?: object;
      /** @visibility frontend */
      gitlab?: object;
      /** @visibility frontend */
      microsoft?: object;
      /** @visibility frontend */
      google?: object;
      /** @visibility frontend */
      okta?: object;
      /** @visibility frontend */
      oidc?: object;
      /** @visibility frontend */
      ldap?: object;
    };
  };
  callboard?: {
    signIn?: {
      /**
       * What people know the provider `oidc` as, for the button "Sign in with ...". Without it, "single sign-on".
       * @visibility frontend
       */
      title?: string;
      /**
       * Whether a person who is not signed in is led to the provider at once, without a click. It takes effect where there is exactly one
       * provider that has a page of its own, and not right after somebody has signed out. Without it, false.
       * @visibility frontend
       */
      auto?: boolean;
    };
    /** Set by presets that connect the portal to the GitHub sandbox: pages then say so. */
    sandbox?: {
      /**
       * Where the sandbox answers.
       * @visibility frontend
       */
      url: string;
      /**
       * The organisation whose repositories and people the catalog shows.
       * @visibility frontend
       */
      organization: string;
      /**
       * Who operates the portal there, as entity references; the page for signing in names them.
       * @deepVisibility frontend
       */
      operators?: string[];
    };
  };
}
