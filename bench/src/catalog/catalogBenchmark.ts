import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BenchError } from '../BenchError';
import type { Benchmark } from '../benchmarks';
import { createRow } from '../createRow';
import { processTreeMemory } from '../measure/processTreeMemory';
import type { Row } from '../Row';
import { startDatabase } from './database/startDatabase';
import { planCatalog } from './entities/planCatalog';
import { measureThroughput } from './load/measureThroughput';
import { startBareServer } from './load/startBareServer';
import { ingest, ingestAgain } from './phases/ingest';
import { compareAnswers } from './requests/compareAnswers';
import { runBattery } from './requests/runBattery';
import { LIST, SCENARIOS } from './requests/scenarios';
import { createTarget } from './requests/Target';
import { bundleServers, type CatalogPlugin } from './server/bundleServers';
import {
  type CatalogServer,
  startCatalogServer,
} from './server/startCatalogServer';

const NAMES: CatalogPlugin[] = ['stock', 'callboard'];
const SETTLE_SECONDS = 20;

/** The catalog engine against the stock catalog: two backends that differ in nothing else. */
export const catalogBenchmark: Benchmark = {
  summary: 'ingestion, queries, throughput, memory and restart of the catalog',
  async run(context) {
    const { options, root, say } = context;
    const { entities } = options;
    const folder = await context.createDataFolder();
    const rows: Row[] = [];
    const add = (
      name: string,
      unit: string,
      values: Record<CatalogPlugin, number>,
      better?: 'more',
    ) => rows.push(createRow({ name, unit, better, ...values }));

    const bundles = await bundleServers({ root, plugins: NAMES });
    const database = await startDatabase({ kind: options.database, folder });
    const running = new Map<CatalogPlugin, CatalogServer>();
    const start = async (name: CatalogPlugin, components: number) => {
      const data = path.join(folder, name);
      await fs.mkdir(data, { recursive: true });
      const server = await startCatalogServer({
        name,
        bundle: bundles.backends[name],
        data,
        database: database.configOf(name),
        components,
      });
      running.set(name, server);
      return server;
    };
    const stop = async (name: CatalogPlugin) => {
      await running.get(name)?.stop();
      running.delete(name);
    };

    try {
      const first = {} as Record<CatalogPlugin, number>;
      const again = {} as Record<CatalogPlugin, number>;
      const memory = {} as Record<CatalogPlugin, number>;
      for (const name of NAMES) {
        say(`Ingestion of ${entities} entities: ${name}`);
        const server = await start(name, 0);
        first[name] = await ingest({ server, entities, say });
        say(`${name} has all of them after ${first[name].toFixed(1)} s`);
        await wait(SETTLE_SECONDS * 1000);
        memory[name] = await processTreeMemory(server.pid);
        const before = await database.countWrittenRows(name, server);
        again[name] = await ingestAgain({ server, entities });
        const written =
          (await database.countWrittenRows(name, server)) - before;
        say(`${name} wrote ${written} rows for the same again`);
        if (name === 'callboard' && written > 0) {
          throw new BenchError(`An unchanged mutation wrote ${written} rows`);
        }
        await stop(name);
      }

      const { components } = planCatalog(entities);
      const restart = {} as Record<CatalogPlugin, number>;
      for (const name of NAMES) {
        restart[name] = (await start(name, components)).firstListMs;
      }
      const targets = {
        stock: running.get('stock')!.target,
        callboard: running.get('callboard')!.target,
      };
      const results = await runBattery({
        targets,
        scenarios: SCENARIOS,
        rounds: options.quick ? 5 : 30,
        onScenario: ({ name }) => say(name),
      });
      const different: string[] = [];
      for (const { scenario, p50, answers } of results) {
        add(scenario.name, 'ms', p50);
        const comparison = compareAnswers({
          compare: scenario.compare,
          ...answers,
        });
        if (comparison.outcome === 'different') {
          different.push(`${scenario.name} (${comparison.difference})`);
        }
      }

      say('Throughput');
      const throughput = {} as Record<CatalogPlugin, number>;
      for (const name of NAMES) {
        throughput[name] = await measureThroughput({
          loadClient: bundles.loadClient,
          server: running.get(name)!,
          seconds: options.quick ? 3 : 10,
        });
      }
      add('list: requests per second', 'req/s', throughput, 'more');
      const bare = await measureBare({
        bundle: bundles.bareServer,
        loadClient: bundles.loadClient,
        body: results[0].answers.callboard.body.toString(),
        seconds: options.quick ? 3 : 10,
      });
      say(
        `A bare server with the bytes of the list: ${bare.ms.toFixed(
          2,
        )} ms, ${Math.round(bare.perSecond)} req/s`,
      );

      add('ingest: until all visible', 's', first);
      add('ingest: unchanged again', 's', again);
      add('memory after ingestion', 'MB', memory);
      add('restart to first list', 'ms', restart);
      if (different.length > 0) {
        throw new BenchError(
          `The answers differ to: ${different.join(
            '; ',
          )}. So the times mean nothing.`,
        );
      }
      return rows;
    } finally {
      for (const name of NAMES) await stop(name);
      await database.stop();
    }
  },
};

/** How close one can come: a server that does nothing but return these bytes. */
async function measureBare(options: {
  bundle: string;
  loadClient: string;
  body: string;
  seconds: number;
}): Promise<{ ms: number; perSecond: number }> {
  const { bundle, loadClient, body, seconds } = options;
  const bare = await startBareServer({
    bundle,
    answers: { [LIST.path]: body },
  });
  const server = { url: bare.url, token: '' };
  const target = createTarget(server);
  try {
    const [{ p50 }] = await runBattery({
      targets: { bare: target },
      scenarios: [LIST],
      rounds: 30,
    });
    const perSecond = await measureThroughput({ loadClient, server, seconds });
    return { ms: p50.bare, perSecond };
  } finally {
    target.close();
    await bare.stop();
  }
}
