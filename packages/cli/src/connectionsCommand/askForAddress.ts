import readline from 'node:readline';
import { ProblemsError } from '../problems/ProblemsError';
import { readAddress } from './readAddress';

/** Asks at the terminal until something usable is pasted. Throws a `ProblemsError` when the input ends before. */
export async function askForAddress(options: {
  input: NodeJS.ReadableStream;
  /** Prints a line. */
  say: (line: string) => void;
}): Promise<{ code: string; state: string }> {
  const { input, say } = options;
  const lines = readline.createInterface({ input });
  try {
    for await (const line of lines) {
      if (!line.trim()) continue;
      const read = readAddress(line);
      if (read.outcome === 'read') {
        return { code: read.code, state: read.state };
      }
      say(read.reason);
    }
  } finally {
    lines.close();
  }
  throw new ProblemsError([
    {
      problem: 'no address was pasted, so there is no App yet',
      remedy:
        'go on within the hour with callboard connections create-app --code ADDRESS',
    },
  ]);
}
