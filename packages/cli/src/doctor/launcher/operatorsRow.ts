import type { Config } from '@backstage/config';
import { checkAdmins } from '../../start/checkAdmins';
import type { DoctorRow } from '../DoctorReport';

const KEY = 'permission.callboard.admins';

/** Whether the portal has an operator, named so that it counts. */
export async function operatorsRow(config: Config): Promise<DoctorRow> {
  const row = {
    id: 'operators',
    group: 'sign-in' as const,
    check: 'Somebody operates the portal',
    links: [],
  };
  const [problem] = await checkAdmins({ config });
  if (problem) {
    return {
      ...row,
      status: 'fail',
      cause: `${problem.problem} (${problem.where})`,
      remedy: problem.remedy,
    };
  }
  const operators = config.getOptionalStringArray(KEY) ?? [];
  return operators.length > 0
    ? { ...row, status: 'pass', cause: operators.join(', '), remedy: '' }
    : {
        ...row,
        status: 'warn',
        cause: `nobody is named in ${KEY} or CALLBOARD_ADMINS, so nobody sees the page /connections`,
        remedy:
          'name users or groups in CALLBOARD_ADMINS, for example group:default/platform',
      };
}
