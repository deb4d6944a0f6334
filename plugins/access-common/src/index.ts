export type {
  ApiKey,
  ConfiguredKey,
  IssuedKey,
  KeyRequest,
  KeyRotation,
  KeysAnswer,
  KeyScopes,
  KeyState,
} from './keys/ApiKey';
export {
  accessManagePermission,
  accessPermissions,
  accessReadPermission,
} from './permissions';
export type {
  AdministratorOutcome,
  AdministratorState,
} from './permissions/AdministratorState';
export type {
  Explanation,
  ExplainRequest,
  MembershipPath,
} from './permissions/Explanation';
export type { HeldRole, RoleSource } from './permissions/HeldRole';
export type {
  Conditions,
  PolicyResult,
  PolicyVerdict,
  RoleVerdict,
} from './permissions/PolicyVerdict';
export type { RoleMember } from './permissions/RoleMember';
export type {
  KnownPermission,
  RoleMemberRow,
  RoleRow,
  RolesOverview,
} from './permissions/RolesOverview';
export type {
  ExplainedSignInFailure,
  NearbyUser,
  SignInAttempt,
  SignInFailure,
  SignInFailureKind,
  SignInPerson,
} from './signIns/SignInFailure';
export { remediesFor } from './signIns/remediesFor';
export type {
  OrganisationData,
  PeopleChange,
  PeopleOrganisation,
  PeopleSchedule,
  PeopleSource,
  PeopleSync,
  PeopleTrouble,
} from './organisations/OrganisationData';
export type {
  PersonWithSession,
  SessionsAnswer,
} from './sessions/SessionsAnswer';
