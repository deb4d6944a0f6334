import { stringifyEntityRef } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  pause,
  RunningServer,
  ServerKind,
  startServer,
} from '../servers/startServer';
import { FileOutcome, toOutcomes } from './toOutcomes';

/** An entity as far as it matters here. */
export type IngestedEntity = { ref: string; location: string };

const POLL_MS = 500;
const QUIET_MS = 4_000;
const TIMEOUT_MS = 120_000;

/** Lets one server ingest files as `file` locations of its configuration, and says what became of each of them. */
export async function ingest(options: {
  kind: ServerKind;
  files: string[];
  /** Kinds that each location may bring, as in the `rules` of an entry of `catalog.locations`. */
  allow: string[];
}): Promise<{ outcomes: FileOutcome[]; seconds: number }> {
  const { kind, files, allow } = options;
  const started = performance.now();
  const config: JsonObject = {
    catalog: {
      rules: [{ allow: ['Location'] }],
      // Each file is read once. What is said of a second reading is the same, and would be counted twice.
      processingInterval: { hours: 24 },
      locations: files.map(target => ({
        type: 'file',
        target,
        rules: [{ allow }],
      })),
    },
  };
  const server = await startServer({ kind, config });
  try {
    const entities = await untilSettled({ server, files: files.length });
    const { errors, conflicts } = server;
    return {
      outcomes: toOutcomes({ files, entities, errors, conflicts }),
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await server.stop();
  }
}

/** Settled: something is known of every location, and nothing has changed for a while. */
async function untilSettled(options: {
  server: RunningServer;
  files: number;
}): Promise<IngestedEntity[]> {
  const { server, files } = options;
  const deadline = Date.now() + TIMEOUT_MS;
  let last = '';
  let since = Date.now();
  for (;;) {
    const entities = await listEntities(server);
    const roots = new Set(
      [
        ...entities.map(({ ref }) => ref),
        ...server.errors.map(e => e.entity),
      ].filter(ref => ref.startsWith('location:default/generated-')),
    );
    const state = [
      entities.length,
      server.errors.length,
      server.conflicts.length,
    ].join();
    if (state !== last) {
      last = state;
      since = Date.now();
    }
    if (roots.size >= files && Date.now() - since > QUIET_MS) {
      return entities;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `The ${server.kind} catalog did not settle: ${roots.size} of ${files} locations, ${state}.`,
      );
    }
    await pause(POLL_MS);
  }
}

async function listEntities(server: RunningServer): Promise<IngestedEntity[]> {
  const fields = 'kind,metadata.name,metadata.namespace,metadata.annotations';
  const answer = await server.fetch(`/api/catalog/entities?fields=${fields}`);
  if (!answer.ok) {
    throw new Error(`${answer.status} ${await answer.text()}`);
  }
  const entities: any[] = await answer.json();
  return entities.map(entity => ({
    ref: stringifyEntityRef(entity),
    location: entity.metadata.annotations['backstage.io/managed-by-location'],
  }));
}
