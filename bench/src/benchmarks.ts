import { authBenchmark } from './auth/authBenchmark';
import { bootBenchmark } from './boot/bootBenchmark';
import { catalogBenchmark } from './catalog/catalogBenchmark';
import { growthBenchmark } from './catalog/growthBenchmark';
import type { BenchContext } from './context';
import { docsBenchmark } from './docs/docsBenchmark';
import { githubBenchmark } from './github/githubBenchmark';
import { pagesBenchmark } from './pages/pagesBenchmark';
import type { BenchOptions } from './parseOptions';
import type { Row } from './Row';

/** Something that can be measured with `npm run bench -- NAME`. */
export interface Benchmark {
  /** One line for `--help`. */
  summary: string;
  /** The title of its table in docs/benchmarks.md, where it is not the name. */
  title?: (options: BenchOptions) => string;
  run(context: BenchContext): Promise<Row[]>;
}

/** Every benchmark by its name. */
export const BENCHMARKS: Record<string, Benchmark> = {
  auth: authBenchmark,
  boot: bootBenchmark,
  catalog: catalogBenchmark,
  'catalog-growth': growthBenchmark,
  docs: docsBenchmark,
  github: githubBenchmark,
  pages: pagesBenchmark,
};
