import type { Benchmark } from '../benchmarks';
import type { BenchContext } from '../context';
import type { Row } from '../Row';
import { roundValue } from '../roundValue';
import { planCatalog } from './entities/planCatalog';
import { measureThroughput } from './load/measureThroughput';
import { openArena } from './openArena';
import { measureIngestion } from './phases/measureIngestion';
import { runBattery } from './requests/runBattery';
import { SCENARIOS } from './requests/scenarios';

const SIZES = [10_000, 100_000, 300_000];
const QUICK_SIZES = [1_000, 10_000];

/** How each figure of the catalog engine grows with the catalog. Stock is left out: it would need hours. */
export const growthBenchmark: Benchmark = {
  summary: 'the catalog engine alone, with 10,000 to 300,000 entities',
  title: ({ database }) =>
    `growth on ${database === 'postgres' ? 'PostgreSQL' : 'SQLite'}`,
  async run(context) {
    const { quick } = context.options;
    const rows = new Map<string, Row>();
    for (const entities of quick ? QUICK_SIZES : SIZES) {
      const column = entities.toLocaleString('en');
      for (const { name, unit, value } of await measure({
        ...{ context, entities },
      })) {
        const row = rows.get(name) ?? { name, unit, values: {} };
        row.values[column] = roundValue(value);
        rows.set(name, row);
      }
    }
    return [...rows.values()];
  },
};

async function measure(options: {
  context: BenchContext;
  entities: number;
}): Promise<{ name: string; unit: string; value: number }[]> {
  const { context, entities } = options;
  const { say } = context;
  const { quick } = context.options;
  const arena = await openArena({ context, plugins: ['callboard'] });
  try {
    const ingestion = await measureIngestion({
      server: await arena.start('callboard', 0),
      database: arena.database,
      ...{ entities, say },
    });
    await arena.stop('callboard');
    const { components } = planCatalog(entities);
    const server = await arena.start('callboard', components);
    const results = await runBattery({
      targets: { callboard: server.target },
      scenarios: SCENARIOS,
      rounds: quick ? 5 : 30,
    });
    const perSecond = await measureThroughput({
      loadClient: arena.bundles.loadClient,
      server,
      seconds: quick ? 3 : 10,
    });
    const row = (name: string, unit: string, value: number) => ({
      ...{ name, unit, value },
    });
    return [
      ...results.map(({ scenario, p50 }) =>
        row(scenario.name, 'ms', p50.callboard),
      ),
      row('list: requests per second', 'req/s', perSecond),
      row('ingest: until all visible', 's', ingestion.firstSeconds),
      row('ingest: unchanged again', 's', ingestion.againSeconds),
      row('memory after ingestion', 'MB', ingestion.memory),
      row('memory before it, empty', 'MB', ingestion.empty.memory),
      row('start, empty', 'ms', ingestion.empty.firstListMs),
      row('restart to first list', 'ms', server.firstListMs),
    ];
  } finally {
    await arena.close();
  }
}
