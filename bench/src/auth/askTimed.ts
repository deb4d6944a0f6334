import { BenchError } from '../BenchError';
import type { RunningPortal } from '../servers/startPortal';

/** Asks as a page does, with the token of the person, and resolves to how long it took until the answer was there, in ms. */
export async function askTimed(options: {
  portal: RunningPortal;
  path: string;
  token: string;
  /** Something that the right answer has in it. */
  expected: string;
}): Promise<number> {
  const { portal, path, token, expected } = options;
  const started = performance.now();
  const response = await fetch(`${portal.url}${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const text = await response.text();
  const ms = performance.now() - started;
  if (!response.ok || !text.includes(expected)) {
    throw new BenchError(
      `${portal.portal.name} answered ${path} with status ${response.status}, and not with ${expected}`,
    );
  }
  return ms;
}
