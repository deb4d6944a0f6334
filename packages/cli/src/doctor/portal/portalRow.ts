import type { DoctorRow } from '../DoctorReport';
import type { PortalAnswer } from './askPortal';
import type { FoundPortal } from './findPortal';

const LOOKED_HERE =
  '; the checks ran here, and what only the portal knows is missing: since when something is wrong, sign-ins that came back, the catalog, who spent what';

/** Whether the portal runs and what it said to the doctor, as a row. */
export function portalRow(options: {
  found: FoundPortal;
  /** Of a portal that runs. */
  answer?: PortalAnswer | { outcome: 'no-key'; reason: string };
  address: { host: string; port: number };
  /** Whether the checks run here where it could not be asked. */
  looksHere?: boolean;
}): DoctorRow {
  const { found, answer, address, looksHere = true } = options;
  const row = {
    id: 'portal',
    group: 'configuration' as const,
    check: 'The portal answers, or its port is free',
    links: [],
  };
  if (found.outcome === 'stopped') {
    return {
      ...row,
      status: 'pass',
      cause: `the portal is not running, and port ${address.port} is free`,
      remedy: '',
    };
  }
  if (found.outcome === 'taken') {
    const { problem, cause, remedy } = found.problem;
    return {
      ...row,
      status: 'fail',
      cause: `${problem}, and what listens there does not answer as a portal does (${cause})`,
      remedy,
    };
  }
  if (answer?.outcome === 'answered') {
    return {
      ...row,
      status: 'pass',
      cause: `asked the portal at ${found.url}`,
      remedy: '',
    };
  }
  const { reason, remedy } =
    answer?.outcome === 'refused'
      ? answer
      : {
          reason: `there is no key to ask it with: ${answer?.reason}`,
          remedy:
            'name the data directory that the portal was started with (--data), or restart the portal: it makes the key',
        };
  return {
    ...row,
    status: 'warn',
    cause: `a portal runs at ${found.url}, but ${reason}${
      looksHere ? LOOKED_HERE : ''
    }`,
    remedy,
  };
}
