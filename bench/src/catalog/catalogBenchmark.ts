import { BenchError } from '../BenchError';
import type { Benchmark } from '../benchmarks';
import { createRow } from '../createRow';
import type { Row } from '../Row';
import { planCatalog } from './entities/planCatalog';
import { measureThroughput } from './load/measureThroughput';
import { measureBare } from './measureBare';
import { openArena } from './openArena';
import {
  type IngestionResult,
  measureIngestion,
} from './phases/measureIngestion';
import { compareAnswers } from './requests/compareAnswers';
import { runBattery } from './requests/runBattery';
import { SCENARIOS } from './requests/scenarios';
import type { CatalogPlugin } from './server/bundleServers';

const NAMES: CatalogPlugin[] = ['stock', 'callboard'];

/** The catalog engine against the stock catalog: two backends that differ in nothing else. */
export const catalogBenchmark: Benchmark = {
  summary: 'ingestion, queries, throughput, memory and restart of the catalog',
  title: ({ entities, database }) =>
    `catalog: ${entities.toLocaleString('en')} entities on ${
      database === 'postgres' ? 'PostgreSQL' : 'SQLite'
    }`,
  async run(context) {
    const { options, say } = context;
    const { entities, quick } = options;
    const rounds = quick ? 5 : 30;
    const seconds = quick ? 3 : 10;
    const arena = await openArena({ context, plugins: NAMES });
    try {
      const ingestion = {} as Record<CatalogPlugin, IngestionResult>;
      for (const name of NAMES) {
        const server = await arena.start(name, 0);
        const { database } = arena;
        ingestion[name] = await measureIngestion({
          ...{ server, database, entities, say },
        });
        await arena.stop(name);
      }
      const { againRows } = ingestion.callboard;
      if (againRows > 0) {
        throw new BenchError(`An unchanged mutation wrote ${againRows} rows`);
      }

      const { components } = planCatalog(entities);
      const stock = await arena.start('stock', components);
      const callboard = await arena.start('callboard', components);
      const results = await runBattery({
        targets: { stock: stock.target, callboard: callboard.target },
        scenarios: SCENARIOS,
        rounds,
        onScenario: ({ name }) => say(name),
      });
      const bare = await measureBare({
        ...{ bundles: arena.bundles, results, rounds, seconds },
      });
      say('Throughput');
      const { loadClient } = arena.bundles;
      // Stock last: its database goes on with what nobody waits for any more.
      const perSecond = {
        callboard: await measureThroughput({
          ...{ loadClient, seconds, server: callboard },
        }),
        stock: await measureThroughput({
          ...{ loadClient, seconds, server: stock },
        }),
      };

      const rows: Row[] = results.map(({ scenario, p50 }, i) =>
        createRow({
          name: scenario.name,
          unit: 'ms',
          ...p50,
          others: { bare: bare.p50[i] },
        }),
      );
      rows.push(
        createRow({
          name: 'list: requests per second',
          unit: 'req/s',
          better: 'more',
          ...perSecond,
          others: { bare: bare.perSecond },
        }),
      );
      const add = (
        name: string,
        unit: string,
        valueOf: (result: IngestionResult) => number,
      ) =>
        rows.push(
          createRow({
            name,
            unit,
            stock: valueOf(ingestion.stock),
            callboard: valueOf(ingestion.callboard),
          }),
        );
      add('ingest: until all visible', 's', result => result.firstSeconds);
      add('ingest: unchanged again', 's', result => result.againSeconds);
      add('memory after ingestion', 'MB', result => result.memory);
      add('memory before it, empty', 'MB', result => result.empty.memory);
      add('start, empty', 'ms', result => result.empty.firstListMs);
      rows.push(
        createRow({
          name: 'restart to first list',
          unit: 'ms',
          stock: stock.firstListMs,
          callboard: callboard.firstListMs,
        }),
      );

      const different = results.flatMap(({ scenario, answers }) => {
        const { name, compare } = scenario;
        const comparison = compareAnswers({ compare, ...answers });
        return comparison.outcome === 'different'
          ? [`${name} (${comparison.difference})`]
          : [];
      });
      if (different.length > 0) {
        throw new BenchError(
          `The answers differ to: ${different.join(
            '; ',
          )}. So the times mean nothing.`,
        );
      }
      return rows;
    } finally {
      await arena.close();
    }
  },
};
