import { compareReads } from '../corpus/compareReads';
import { compareWrites } from '../corpus/compareWrites';
import { readRequests } from '../corpus/readRequests';
import { startCorpusPair } from '../corpus/startCorpusPair';
import { writeRequests } from '../corpus/writeRequests';
import type { Question } from '../harness/ask';
import { startDatabases, type DatabaseName } from '../harness/databases';
import { callerPolicy, headersOf, isLimited } from './callers';

/**
 * Asks the corpus once for each caller: first everything that reads, then what writes, with a fresh catalog for each. Resolves to what
 * went wrong, one text for each.
 *
 * Callers with a condition do not move or remove locations here: stock lets them, Callboard does not where something that came of the
 * location may not be removed, and from there on the catalogs would not be comparable. That has a test beside the code.
 */
export async function comparePermissions(options: {
  database: DatabaseName;
  callers: string[];
}): Promise<string[]> {
  const { database, callers } = options;
  const mistakes: string[] = [];
  const databases = await startDatabases(database);
  try {
    for (const caller of callers) {
      const pair = await startCorpusPair({ databases, policy: callerPolicy });
      try {
        const headers = headersOf(caller);
        const common = { pair, database, headers };
        const found = [
          ...(await compareReads({
            ...common,
            questions: Object.values(readRequests).flat(),
          })),
          ...(await compareWrites({
            ...common,
            questions: isLimited(headers)
              ? writeRequests.filter(question => !changesLocation(question))
              : writeRequests,
          })),
        ];
        mistakes.push(...found.map(text => `As ${caller}: ${text}`));
      } finally {
        await pair.stop();
      }
    }
  } finally {
    await databases.stop();
  }
  return mistakes;
}

function changesLocation({ method, path }: Question): boolean {
  return (
    (method === 'PUT' || method === 'DELETE') && path.startsWith('/locations/')
  );
}
