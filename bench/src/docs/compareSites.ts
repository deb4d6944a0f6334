import fs from 'node:fs/promises';
import path from 'node:path';
import { BenchError } from '../BenchError';

/** Makes sure that two built sites have the same pages with the same headings. @throws BenchError where they differ. */
export async function compareSites(options: {
  stock: string;
  callboard: string;
  pages: number;
}): Promise<void> {
  const [stock, callboard] = await Promise.all(
    [options.stock, options.callboard].map(headingsOf),
  );
  if (callboard.size !== options.pages) {
    throw new BenchError(
      `Callboard wrote ${callboard.size} pages, not ${options.pages}`,
    );
  }
  for (const page of new Set([...stock.keys(), ...callboard.keys()])) {
    if (stock.get(page) !== callboard.get(page)) {
      throw new BenchError(
        `${page} differs: stock has the headings ${stock.get(
          page,
        )}, Callboard ${callboard.get(page)}`,
      );
    }
  }
}

async function headingsOf(folder: string): Promise<Map<string, string>> {
  const names = await fs.readdir(folder, { recursive: true });
  const pages = names.filter(name => path.basename(name) === 'index.html');
  return new Map(
    await Promise.all(
      pages.map(async (name): Promise<[string, string]> => {
        const html = await fs.readFile(path.join(folder, name), 'utf8');
        const headings = [...html.matchAll(/<h[1-6] id="([^"]+)"/g)];
        return [name, headings.map(([, id]) => id).join(', ')];
      }),
    ),
  );
}
