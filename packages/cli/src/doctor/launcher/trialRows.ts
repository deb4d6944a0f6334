import type { GithubHostFacts } from '@callboard/plugin-connections-common';
import type { Environment } from '../../config/readEnvironment';
import { listenerProblems } from '../../start/listenerProblems';
import type { DoctorRow } from '../DoctorReport';

/**
 * Rows of checks that ran here, for a trial whose GitHub is the sandbox. The sandbox runs beside the portal: while both are stopped, what
 * could not be asked of it is no fault, and one row says so instead.
 */
export async function trialRows(options: {
  environment: Pick<Environment, 'sandboxPort'>;
  /** Whether a preset connects to the sandbox. */
  isTrial: boolean;
  rows: DoctorRow[];
}): Promise<DoctorRow[]> {
  const { environment, isTrial, rows } = options;
  if (!isTrial) return rows;
  const { sandboxPort: port } = environment;
  const row = {
    id: 'trial-sandbox',
    group: 'connections' as const,
    status: 'pass' as const,
    remedy: '',
    links: [],
  };
  const [listener] = await listenerProblems({ host: '127.0.0.1', port });
  if (listener) {
    return [
      {
        ...row,
        check: "The trial's GitHub, the sandbox, answers",
        cause: `http://localhost:${port}`,
      },
      ...rows,
    ];
  }
  const hosts = rows
    .flatMap(
      ({ facts }) => (facts as Partial<GithubHostFacts> | undefined) ?? [],
    )
    .filter(({ apiBaseUrl }) => apiBaseUrl && portOf(apiBaseUrl) === `${port}`)
    .map(({ host }) => host);
  return [
    {
      ...row,
      check: "The trial's GitHub, the sandbox, is stopped as the portal is",
      cause: `nothing listens on port ${port}; start the portal to have it checked`,
    },
    ...rows.filter(
      ({ status, host }) => status === 'pass' || !host || !hosts.includes(host),
    ),
  ];
}

function portOf(url: string): string {
  return URL.canParse(url) ? new URL(url).port : '';
}
