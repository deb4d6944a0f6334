/** One measurement of everything that is compared. */
export interface Row {
  name: string;
  unit: string;
  /** By what was measured, which is the head of its column. A row need not have all columns of its table. */
  values: Record<string, number>;
  /** Of stock and Callboard. Above 1 means that Callboard is better, whatever the unit. `null` where one of the two is 0. */
  ratio?: number | null;
}
