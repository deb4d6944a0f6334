import fs from 'node:fs/promises';
import path from 'node:path';
import type { Benchmark } from '../benchmarks';
import type { BenchContext } from '../context';
import { createRow } from '../createRow';
import { median } from '../measure/median';
import { compareSites } from './compareSites';
import { findMkdocs } from './findMkdocs';
import type { Product } from './messages';
import { bundleGenerator, Generator, startGenerator } from './startGenerator';
import { docPathsOf, writeSite } from './writeSite';

const PAGES = 100;
const ROUNDS = 7;
const PRODUCTS: Product[] = ['stock', 'callboard'];

/** What is measured, by the name of its row. */
const MEASURES = {
  first: 'build one site: first of the process',
  build: 'build one site',
  rebuild: 'rebuild one page',
};
type Times = Record<keyof typeof MEASURES, number[]>;

/** The generator of stock TechDocs with MkDocs, and Callboard's, each in a process that goes on, on the same site. */
export const docsBenchmark: Benchmark = {
  summary: 'a documentation site, built and built again',
  title: () => 'Docs',
  async run(context) {
    const { options, say } = context;
    say(await findMkdocs());
    const folder = await context.createDataFolder();
    const site = path.join(folder, 'site');
    await writeSite({ folder: site, pages: PAGES });
    const bundle = await bundleGenerator(context.root);
    const times = new Map<Product, Times>();
    const started = new Map<Product, Generator>();
    for (const product of PRODUCTS) {
      const generator = await startGenerator({ bundle, product });
      context.atTheEnd(() => generator.stop());
      started.set(product, generator);
      times.set(product, { first: [], build: [], rebuild: [] });
    }

    const rounds = options.quick ? 1 : ROUNDS;
    say(`${PAGES} pages, ${rounds} rounds after the first build of each`);
    for (let round = 0; round <= rounds; round++) {
      const products = round % 2 === 0 ? PRODUCTS : [...PRODUCTS].reverse();
      const outputs: Record<string, string> = {};
      for (const product of products) {
        const measured = await buildTwice({
          ...{ context, site, round },
          generator: started.get(product)!,
        });
        outputs[product] = measured.outputDir;
        const its = times.get(product)!;
        its[round === 0 ? 'first' : 'build'].push(measured.build);
        if (round > 0) its.rebuild.push(measured.rebuild);
      }
      const { stock, callboard } = outputs;
      await compareSites({ stock, callboard, pages: PAGES });
    }

    const of = (product: Product, measure: keyof Times) =>
      median(times.get(product)![measure]);
    return (['build', 'rebuild', 'first'] as const).map(measure =>
      createRow({
        name: MEASURES[measure],
        unit: 'ms',
        stock: of('stock', measure),
        callboard: of('callboard', measure),
      }),
    );
  },
};

/** Builds a fresh copy of the site with nothing kept from before, then again after a change of one page. */
async function buildTwice(options: {
  context: BenchContext;
  site: string;
  generator: Generator;
  round: number;
}): Promise<{ build: number; rebuild: number; outputDir: string }> {
  const { context, site, generator, round } = options;
  const folder = await context.createDataFolder();
  // Stock's generator changes mkdocs.yml, and TechDocs fetches the sources anew for each build.
  const copy = async (name: string) => {
    const inputDir = path.join(folder, name);
    await fs.cp(site, inputDir, { recursive: true });
    return inputDir;
  };
  const cacheDir = path.join(folder, 'cache');
  const first = await copy('first');
  const second = await copy('second');
  const changed = path.join(second, 'docs', docPathsOf(PAGES)[PAGES / 2]);
  await fs.appendFile(changed, `\n## Changed in round ${round}\n\nA line.\n`);
  const build = await generator.build({
    inputDir: first,
    outputDir: path.join(folder, 'out'),
    cacheDir,
  });
  const outputDir = path.join(folder, 'again');
  const rebuild = await generator.build({
    inputDir: second,
    outputDir,
    cacheDir,
  });
  return { build, rebuild, outputDir };
}
