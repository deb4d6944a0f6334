/** How many repositories are asked for at a time, by owner. It learns from what GitHub could bear. */
export interface PageSizes {
  /** From 1 to `most`. */
  of(owner: OwnerOfPages, most: number): number;
  /** `size` were answered. */
  succeeded(owner: OwnerOfPages, size: number): void;
  /**
   * `size` were not. `isWall`: for their number, so that asking for as many again soon would be in vain. `isPart`: but the first of them
   * were.
   */
  failed(
    owner: OwnerOfPages,
    size: number,
    more: { isWall: boolean; isPart?: boolean },
  ): void;
  /** Even a single one was not, and was skipped; the number in a row. It says nothing of the others, which are asked for as before. */
  skipped(owner: OwnerOfPages): number;
}

export interface OwnerOfPages {
  host: string;
  owner: string;
}
