export interface Config {
  permission?: {
    /** Callboard's own permission policy. */
    callboard?: {
      /**
       * The users and groups that administer the portal, as full entity references such as `user:default/jane` or
       * `group:default/platform`. A member of a listed group is an administrator.
       */
      admins?: string[];
      /** The role of whoever has no other that stands on its own. @default developer */
      defaultRole?: string;
      /** Who has the roles `admin`, `developer` and `viewer`, and roles of your own, by name. */
      roles?: {
        [name: string]: {
          /** What a role of your own starts from. Without it the role adds to what its members may do otherwise. */
          extends?: 'viewer' | 'developer';
          /** Full references of users and groups. */
          members?: string[];
          /** Names of permissions, or prefixes such as `scaffolder.*`. */
          allow?: string[];
          /** As `allow`; wins over what any other role allows. */
          deny?: string[];
          /**
           * What an entity has to meet: a rule of the catalog with its `params`, or `allOf`, `anyOf` or `not` around others. `$currentUser`
           * stands for the person, `$ownerRefs` in a list for the person and the person's groups.
           */
          conditions?: { [key: string]: unknown };
        };
      };
    };
  };
}
