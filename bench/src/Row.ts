/** One measurement of both portals. */
export interface Row {
  name: string;
  unit: string;
  stock: number;
  callboard: number;
  /** Above 1 means that Callboard is better, whatever the unit. `null` where one of the two is 0. */
  ratio: number | null;
}
