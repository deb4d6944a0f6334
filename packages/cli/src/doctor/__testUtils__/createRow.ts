import type { DoctorRow } from '../DoctorReport';

/** A row with the values that a test is about. */
export function createRow(values: Partial<DoctorRow> = {}): DoctorRow {
  return {
    id: 'a-check',
    group: 'connections',
    check: 'Something is right',
    status: 'pass',
    cause: 'it is there',
    remedy: '',
    links: [],
    ...values,
  };
}
