import readline from 'node:readline';

/** Asks for a yes; anything else, and the end of the input, is a no. */
export async function confirm(options: {
  question: string;
  input: NodeJS.ReadableStream;
  /** Prints the question. */
  ask: (text: string) => void;
}): Promise<boolean> {
  const { question, input, ask } = options;
  ask(`${question} [y/N] `);
  const lines = readline.createInterface({ input });
  try {
    for await (const line of lines) {
      return /^y(es)?$/i.test(line.trim());
    }
  } finally {
    lines.close();
  }
  return false;
}
