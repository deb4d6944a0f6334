import type { Benchmark } from '../benchmarks';
import type { BenchContext } from '../context';
import { median } from '../measure/median';
import type { Row } from '../Row';
import { roundValue } from '../roundValue';
import type { CompanySize } from './CompanySize';
import { openScene } from './openScene';
import { measurePushes } from './phases/measurePushes';
import { measureQuietCycle } from './phases/measureQuietCycle';
import { measureReads } from './phases/measureReads';
import { untilSilent } from './phases/untilSilent';
import { countRequests } from './requests/countRequests';

const FULL: Plan = {
  size: { repositories: 1_000, people: 200, teams: 20 },
  cycleSeconds: 120,
  pushes: 9,
  starts: 3,
  reads: 3,
};
const QUICK: Plan = {
  size: { repositories: 100, people: 20, teams: 5 },
  cycleSeconds: 30,
  pushes: 3,
  starts: 1,
  reads: 1,
};

interface Plan {
  size: CompanySize;
  /** Longer than a run of the providers. */
  cycleSeconds: number;
  pushes: number;
  /** How often the sandbox is started to measure that. */
  starts: number;
  /** How often all files are read by each of the two readers. */
  reads: number;
}

/** What a portal costs a GitHub, and how soon it shows what is there. */
export const githubBenchmark: Benchmark = {
  summary:
    'requests to GitHub and time until they show: 1,000 repositories in the sandbox',
  title: ({ quick }) => `github with ${describe(quick ? QUICK : FULL)}`,
  async run(context) {
    const plan = context.options.quick ? QUICK : FULL;
    context.say(`A GitHub with ${describe(plan)}`);
    const start = await measureStarts(context, plan);
    const reads = await measureReads({ context, ...plan, rounds: plan.reads });
    return [start, ...(await measureStock(context, plan)), ...reads];
  },
};

async function measureStarts(context: BenchContext, plan: Plan): Promise<Row> {
  const times: number[] = [];
  for (let round = 0; round < plan.starts; round++) {
    const scene = await openScene({ context, ...plan });
    times.push(scene.sandbox.readyAfterMs);
    await scene.close();
  }
  return stockRow(`sandbox: start with ${describe(plan)}`, 'ms', median(times));
}

async function measureStock(context: BenchContext, plan: Plan): Promise<Row[]> {
  const { size, cycleSeconds, pushes } = plan;
  const scene = await openScene({ context, ...plan });
  const { sandbox } = scene;
  try {
    await sandbox.complete();
    const [before] = (await sandbox.requestsSince(0)).slice(-1);

    context.say('First synchronisation');
    const stock = await scene.startStock();
    const visible = await stock.untilVisible({ size, giveUpMs: 300_000 });
    const requests = await untilSilent({ sandbox, since: before.id });
    const first = countRequests(requests);

    context.say('Pushes');
    const times = await measurePushes({ scene, stock, rounds: pushes });
    const afterwards = await untilSilent({ sandbox, since: before.id });

    context.say('A quiet cycle');
    const quiet = await measureQuietCycle({
      sandbox,
      since: afterwards.at(-1)!.id,
      files: size.repositories,
      giveUpMs: cycleSeconds * 4_000,
    });

    return [
      stockRow('first sync: requests', '', first.all),
      stockRow('first sync: GraphQL requests', '', first.graphql),
      stockRow('first sync: contents requests', '', first.contents),
      stockRow('first sync: bytes', 'MB', first.bytes / 1e6),
      stockRow('tokens minted', '', first.tokensMinted),
      stockRow('first sync: until all visible', 's', visible / 1000),
      stockRow('quiet cycle: requests', '', quiet),
      stockRow('push to visible', 'ms', median(times)),
    ];
  } finally {
    await scene.close();
  }
}

function stockRow(name: string, unit: string, value: number): Row {
  return { name, unit, values: { stock: roundValue(value) } };
}

function describe({ size }: Plan) {
  return `${size.repositories.toLocaleString('en')} repositories`;
}
