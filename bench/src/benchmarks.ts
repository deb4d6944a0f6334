import { bootBenchmark } from './boot/bootBenchmark';
import { catalogBenchmark } from './catalog/catalogBenchmark';
import type { BenchContext } from './context';
import { pagesBenchmark } from './pages/pagesBenchmark';
import type { Row } from './Row';

/** Something that can be measured with `npm run bench -- NAME`. */
export interface Benchmark {
  /** One line for `--help`. */
  summary: string;
  run(context: BenchContext): Promise<Row[]>;
}

/** Every benchmark by its name. */
export const BENCHMARKS: Record<string, Benchmark> = {
  boot: bootBenchmark,
  catalog: catalogBenchmark,
  pages: pagesBenchmark,
};
