import type { Permission } from '@backstage/plugin-permission-common';
import type {
  PolicyVerdict,
  RoleRow,
  RoleVerdict,
} from '@callboard/plugin-access-common';

/** Who a decision is about. */
export interface PolicyPerson {
  /** A full reference of a user. */
  userEntityRef: string;
  /** What counts for the person: the user and the user's groups. */
  ownershipEntityRefs: string[];
}

/** The policy that decides, asked for its reasons. It runs the same code as the decisions, so that the two cannot differ. */
export interface PolicyExplainer {
  /** @throws ServiceUnavailableError when the roles are not known at the moment. */
  decide(options: {
    person: PolicyPerson;
    permission: Permission;
  }): PolicyVerdict;
  /** What each role would say for the person, by name, whether the person has it or not. */
  wouldSay(options: {
    person: PolicyPerson;
    permission: Permission;
  }): { role: string; says: RoleVerdict['says'] }[];
  /** All roles and who has them. @throws ServiceUnavailableError as above. */
  roles(): RoleRow[];
  /** Names and patterns of permissions in the configuration, by their keys. */
  patterns(): { key: string; name: string }[];
  isGuest(userEntityRef: string): boolean;
}

/** Where the policy makes itself known to the plugin `access`. Empty where another policy is loaded. */
export interface PolicyExplainers {
  current(): PolicyExplainer | undefined;
  set(explainer: PolicyExplainer): void;
}
