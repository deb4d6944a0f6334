import type { Benchmark } from '../benchmarks';
import type { BenchContext } from '../context';
import { createRow } from '../createRow';
import { median } from '../measure/median';
import { quantile } from '../measure/quantile';
import type { Row } from '../Row';
import { roundValue } from '../roundValue';
import type { CompanySize } from './CompanySize';
import { openScene, type Product } from './openScene';
import { measureDay } from './phases/measureDay';
import { type FirstSync, measureFirstSync } from './phases/measureFirstSync';
import { measureLarge } from './phases/measureLarge';
import { measureOwnQuietCycle } from './phases/measureOwnQuietCycle';
import { measurePushes } from './phases/measurePushes';
import { measureQuietCycle } from './phases/measureQuietCycle';
import { measureReads } from './phases/measureReads';
import { untilSilent } from './phases/untilSilent';

const FULL: Plan = {
  size: { repositories: 1_000, people: 200, teams: 20 },
  cycleSeconds: { stock: 120, callboard: 20 },
  pushes: { stock: 20, callboard: 100 },
  starts: 3,
  reads: 3,
  large: { repositories: 10_000, people: 200, teams: 20 },
  day: {
    size: { repositories: 2_000, people: 200, teams: 20 },
    pushes: 3_000,
  },
};
const QUICK: Plan = {
  size: { repositories: 100, people: 20, teams: 5 },
  cycleSeconds: { stock: 30, callboard: 10 },
  pushes: { stock: 3, callboard: 10 },
  starts: 1,
  reads: 1,
};

interface Plan {
  size: CompanySize;
  /** Longer than a run of the providers. */
  cycleSeconds: Record<Product, number>;
  pushes: Record<Product, number>;
  /** How often the sandbox is started to measure that. */
  starts: number;
  /** How often all files are read by each of the two readers. */
  reads: number;
  large?: CompanySize;
  day?: { size: CompanySize; pushes: number };
}

/** What a portal costs a GitHub, and how soon it shows what is there. */
export const githubBenchmark: Benchmark = {
  summary:
    'requests to GitHub and time until they show: 1,000 repositories in the sandbox',
  title: ({ quick }) => `github with ${describe(quick ? QUICK : FULL)}`,
  async run(context) {
    const plan = context.options.quick ? QUICK : FULL;
    const { large, day } = plan;
    context.say(`A GitHub with ${describe(plan)}`);
    const start = await measureStarts(context, plan);
    const stock = await measureProduct({ context, plan, product: 'stock' });
    const callboard = await measureProduct({
      context,
      plan,
      product: 'callboard',
    });
    return [
      start,
      ...compare({ stock, callboard }),
      ...(large ? await measureLarge({ context, size: large }) : []),
      ...(day ? await measureDay({ context, ...day }) : []),
      ...(await measureReads({ context, ...plan, rounds: plan.reads })),
    ];
  },
};

async function measureStarts(context: BenchContext, plan: Plan): Promise<Row> {
  const times: number[] = [];
  for (let round = 0; round < plan.starts; round++) {
    const scene = await openScene({
      context,
      size: plan.size,
      cycleSeconds: plan.cycleSeconds.stock,
    });
    times.push(scene.sandbox.readyAfterMs);
    await scene.close();
  }
  return {
    name: `sandbox: start with ${describe(plan)}`,
    unit: 'ms',
    values: { stock: roundValue(median(times)) },
  };
}

/** What was measured of one product. Times are in milliseconds. */
interface Measured {
  first: FirstSync;
  quiet: number;
  pushes: number[];
}

async function measureProduct(options: {
  context: BenchContext;
  plan: Plan;
  product: Product;
}): Promise<Measured> {
  const { context, plan, product } = options;
  const { size } = plan;
  const cycleSeconds = plan.cycleSeconds[product];
  const scene = await openScene({ context, size, cycleSeconds });
  const { sandbox } = scene;
  try {
    context.say(`First synchronisation: ${product}`);
    const first = await measureFirstSync({ scene, product });

    context.say(`Pushes: ${product}`);
    const pushes = await measurePushes({
      scene,
      catalog: first.catalog,
      rounds: plan.pushes[product],
    });
    const since = (await untilSilent({ sandbox, since: first.since })).at(
      -1,
    )!.id;

    context.say(`A quiet cycle: ${product}`);
    const quiet =
      product === 'stock'
        ? await measureQuietCycle({
            ...{ sandbox, since },
            files: size.repositories,
            giveUpMs: cycleSeconds * 4_000,
          })
        : await measureOwnQuietCycle({ sandbox, cycleSeconds });

    return { first, quiet, pushes };
  } finally {
    await scene.close();
  }
}

function compare(measured: Record<Product, Measured>): Row[] {
  const row = (
    name: string,
    unit: string,
    valueOf: (measured: Measured) => number,
  ) =>
    createRow({
      ...{ name, unit },
      stock: valueOf(measured.stock),
      callboard: valueOf(measured.callboard),
    });
  return [
    row('first sync: requests', '', of => of.first.counts.all),
    row('first sync: GraphQL requests', '', of => of.first.counts.graphql),
    row('first sync: contents requests', '', of => of.first.counts.contents),
    row('first sync: bytes', 'MB', of => of.first.counts.bytes / 1e6),
    row('tokens minted', '', of => of.first.counts.tokensMinted),
    row('first sync: until all visible', 's', of => of.first.visible / 1000),
    row(
      'first sync: from the start of the process',
      's',
      of => of.first.visibleFromStart / 1000,
    ),
    row('first sync: memory', 'MB', of => of.first.memory),
    row('quiet cycle: requests', '', of => of.quiet),
    row('push to visible', 'ms', of => median(of.pushes)),
    row('push to visible: p99', 'ms', of =>
      quantile({ values: of.pushes, share: 0.99 }),
    ),
  ];
}

function describe({ size }: Plan) {
  return `${size.repositories.toLocaleString('en')} repositories`;
}
