import type { Config } from '@backstage/config';
import type * as PolicyModule from '@callboard/plugin-permission-backend-module-policy';
import type { Problem } from '../problems/Problem';

type PolicyPackage = typeof PolicyModule;

const KEY = 'permission.callboard.admins';
const FULL_REFERENCE = /^(user|group):[^\s:/]+\/[^\s:/]+$/i;

/** Whether each operator is named by a full reference, and each role is one: a typing error must not leave a portal without an operator. */
export async function checkAdmins(options: {
  config: Config;
  /** Loaded only where it is needed: it brings the scaffolder along. */
  loadPolicy?: () => Promise<Pick<PolicyPackage, 'readRoles'>>;
}): Promise<Problem[]> {
  const {
    config,
    loadPolicy = () =>
      import('@callboard/plugin-permission-backend-module-policy'),
  } = options;
  const admins = config.getOptionalStringArray(KEY) ?? [];
  const problems = admins
    .filter(admin => !FULL_REFERENCE.test(admin))
    .map(admin => ({
      problem: `'${admin}' does not name an operator`,
      where: `${KEY} or CALLBOARD_ADMINS`,
      remedy: `write the full reference of a user or a group, for example user:default/${
        admin.replace(/[^\w.-]/g, '') || 'jane'
      }`,
    }));
  return [...problems, ...(await roleProblems({ config, loadPolicy }))];
}

/** What is wrong with the roles, as the policy itself reads them. */
async function roleProblems(
  options: Required<Parameters<typeof checkAdmins>[0]>,
): Promise<Problem[]> {
  const { config, loadPolicy } = options;
  const isOfRoles = ['roles', 'defaultRole'].some(key =>
    config.has(`permission.callboard.${key}`),
  );
  if (!isOfRoles || config.has('permission.rbac')) return [];
  const { readRoles } = await loadPolicy();
  return readRoles({ config }).problems.map(({ key, problem, remedy }) => ({
    problem: `${key} ${problem}`,
    where: key,
    remedy,
  }));
}
