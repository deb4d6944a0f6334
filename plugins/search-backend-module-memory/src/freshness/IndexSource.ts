/** What one index is made from. */
export interface IndexSource {
  /** The type of the documents, such as `software-catalog`. */
  type: string;
  /** The scheduler's task that indexes them. */
  taskId: string;
  /** A number that differs when there is something else to index, at little cost. It is 0 while there is nothing. */
  read(): Promise<number>;
}
