import {
  type CheckGroup,
  type CheckStatus,
  groupTitles,
} from '@callboard/plugin-connections-common';
import type { DoctorRow } from '../DoctorReport';

const GROUPS = Object.keys(groupTitles) as CheckGroup[];
const STATUSES: CheckStatus[] = ['fail', 'warn', 'pass'];

/** By group, and within one what is wrong first; otherwise in the order in which it was found. */
export function sortRows(rows: DoctorRow[]): DoctorRow[] {
  const rank = ({ group, status }: DoctorRow) =>
    GROUPS.indexOf(group) * STATUSES.length + STATUSES.indexOf(status);
  return [...rows].sort((one, other) => rank(one) - rank(other));
}
