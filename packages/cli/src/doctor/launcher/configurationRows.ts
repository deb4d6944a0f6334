import type { PortalConfig } from '../../config/loadPortalConfig';
import type { Problem } from '../../problems/Problem';
import { withoutUserInfo } from '../../problems/withoutUserInfo';
import type { DoctorRow } from '../DoctorReport';

/** What is wrong with the configuration, and what is worth knowing of it, as rows. */
export function configurationRows(
  portal: Pick<PortalConfig, 'problems' | 'warnings'>,
): DoctorRow[] {
  const { problems, warnings } = portal;
  return [
    ...problems.map((problem, index) => problemRow({ problem, index })),
    ...warnings.map(
      (warning, index): DoctorRow => ({
        id: `configuration-warning:${index}`,
        group: 'configuration',
        check: 'The configuration holds nothing surprising',
        status: 'warn',
        cause: warning,
        remedy: 'change it, or leave it if that is meant',
        links: [],
      }),
    ),
    ...(problems.length === 0
      ? [
          {
            id: 'configuration-can-start',
            group: 'configuration' as const,
            check: 'The configuration can start a portal',
            status: 'pass' as const,
            cause: 'all layers fit together and satisfy the schema',
            remedy: '',
            links: [],
          },
        ]
      : []),
  ];
}

/** One problem as a row. */
function problemRow(options: { problem: Problem; index: number }): DoctorRow {
  const { problem, index } = options;
  const { where, cause, presets } = problem;
  const details = [
    where && `where: ${where}`,
    cause,
    presets?.length && `needed by ${presets.join(', ')}`,
  ].filter(Boolean);
  return {
    id: `configuration-problem:${problem.code ?? 'other'}:${
      problem.variable ?? index
    }`,
    group: 'configuration',
    check: titleOf(problem),
    status: 'fail',
    cause: withoutUserInfo(
      details.length > 0
        ? `${problem.problem} (${details.join('; ')})`
        : problem.problem,
    ),
    remedy: withoutUserInfo(
      problem.example
        ? `${problem.remedy}, for example ${problem.example}`
        : problem.remedy,
    ),
    links: problem.docs ? [{ title: 'Documentation', href: problem.docs }] : [],
  };
}

/** What would be so without the problem, told apart by what it is about. */
function titleOf({ variable, where }: Problem): string {
  const subject = variable ?? where;
  return subject
    ? `A portal can start with ${withoutUserInfo(subject)}`
    : 'The configuration can start a portal';
}
