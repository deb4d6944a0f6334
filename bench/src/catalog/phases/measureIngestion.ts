import { setTimeout as wait } from 'node:timers/promises';
import { processTreeMemory } from '../../measure/processTreeMemory';
import type { BenchDatabase } from '../database/startDatabase';
import type { CatalogServer } from '../server/startCatalogServer';
import { ingest, ingestAgain } from './ingest';

/** Before memory is read: what works after the last entity has come to an end then, and garbage has been collected. */
const SETTLE_SECONDS = 20;

/** What a full mutation cost a server, and the same mutation again. */
export interface IngestionResult {
  firstSeconds: number;
  againSeconds: number;
  /** Rows that the second one wrote. */
  againRows: number;
  /** Resident, in MB, some time after the first one. */
  memory: number;
  /** Of the same process, before there was anything in its catalog. */
  empty: { firstListMs: number; memory: number };
}

/** Takes a catalog in, twice. The server must be empty. */
export async function measureIngestion(options: {
  server: CatalogServer;
  database: BenchDatabase;
  entities: number;
  say: (line: string) => void;
}): Promise<IngestionResult> {
  const { server, database, entities, say } = options;
  const { name } = server;
  const empty = {
    firstListMs: server.firstListMs,
    memory: await processTreeMemory(server.pid),
  };
  say(`Ingestion of ${entities} entities: ${name}`);
  const firstSeconds = await ingest({ server, entities, say });
  say(`${name} has all of them after ${firstSeconds.toFixed(1)} s`);
  await wait(SETTLE_SECONDS * 1000);
  const memory = await processTreeMemory(server.pid);
  const before = await database.countWrittenRows(name, server);
  const againSeconds = await ingestAgain({ server, entities });
  const againRows = (await database.countWrittenRows(name, server)) - before;
  say(`${name} wrote ${againRows} rows for the same again`);
  return { firstSeconds, againSeconds, againRows, memory, empty };
}
