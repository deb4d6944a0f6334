export interface Config {
  permission?: {
    /** Callboard's own permission policy. */
    callboard?: {
      /**
       * The users and groups that administer the portal, as full entity references such as `user:default/jane` or
       * `group:default/platform`. A member of a listed group is an administrator.
       */
      admins?: string[];
    };
  };
}
