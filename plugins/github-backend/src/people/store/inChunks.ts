/** Databases bound the parameters of a statement. */
const ROWS = 200;

/** Runs `work` for all rows, some hundred at a time. */
export async function inChunks<T>(options: {
  rows: T[];
  work(rows: T[]): Promise<unknown>;
}): Promise<void> {
  const { rows, work } = options;
  for (let start = 0; start < rows.length; start += ROWS) {
    await work(rows.slice(start, start + ROWS));
  }
}
