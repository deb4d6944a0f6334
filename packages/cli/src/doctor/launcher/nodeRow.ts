import type { DoctorRow } from '../DoctorReport';

const NEEDED = 24;

/** Whether this Node runs a portal. */
export function nodeRow(version: string): DoctorRow {
  const isNew = Number(version.replace(/^v/, '').split('.')[0]) >= NEEDED;
  return {
    id: 'node',
    group: 'configuration',
    check: `Node is ${NEEDED} or newer`,
    status: isNew ? 'pass' : 'fail',
    cause: `Node ${version.replace(/^v/, '')}`,
    remedy: isNew
      ? ''
      : 'run `npm start` once: it installs the Node that the portal needs',
    links: [],
  };
}
