import type { Response } from 'express';

/** Runs a task once, just before the headers of an answer are written. */
export function beforeHeaders(response: Response, task: () => void): void {
  const writeHead = response.writeHead.bind(response) as (
    ...values: unknown[]
  ) => Response;
  let isDone = false;
  response.writeHead = ((...values: unknown[]) => {
    if (!isDone) {
      isDone = true;
      task();
    }
    return writeHead(...values);
  }) as Response['writeHead'];
}
