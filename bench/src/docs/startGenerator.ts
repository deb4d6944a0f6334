import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { build } from 'esbuild';
import { BenchError } from '../BenchError';
import { cleanEnvironment } from '../products/cleanEnvironment';
import type { BuildOrder, GeneratorReport, Product } from './messages';

const OWN = '@callboard/plugin-techdocs-backend-module-markdown';

/** A process that builds sites with one of the products, as a backend does: it starts once. */
export interface Generator {
  /** Resolves to the milliseconds that the build took. Rejects with a `BenchError` when it failed. */
  build(order: BuildOrder): Promise<number>;
  stop(): Promise<void>;
}

/** Compiles the program into one file below `root`, so that it finds its `node_modules`. */
export async function bundleGenerator(root: string): Promise<string> {
  const outfile = path.join(root, '.cache', 'bench', 'docs', 'generator.cjs');
  await build({
    stdin: {
      contents: `import { TechdocsGenerator as stock } from '@backstage/plugin-techdocs-node';
        import { MarkdownGenerator as callboard } from '${OWN}/src/MarkdownGenerator';
        import { runGenerator } from './runGenerator';
        runGenerator({ stock, callboard });`,
      resolveDir: path.join(root, 'bench', 'src', 'docs'),
      sourcefile: 'generator.ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    // Backstage packages are CommonJS; import() of one must share the copy that require loads.
    supported: { 'dynamic-import': false },
    alias: {
      [OWN]: path.join(root, 'plugins', 'techdocs-backend-module-markdown'),
    },
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}

export async function startGenerator(options: {
  bundle: string;
  product: Product;
}): Promise<Generator> {
  const { bundle, product } = options;
  const child = fork(bundle, [product], {
    env: cleanEnvironment(process.env, { NODE_ENV: 'production' }),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then((): [GeneratorReport] => [
    { type: 'failed', message: 'its process has ended' },
  ]);
  const next = async (): Promise<GeneratorReport> => {
    const [report] = await Promise.race([once(child, 'message'), ended]);
    return report;
  };
  await next();
  return {
    async build(order) {
      const answer = next();
      child.send(order);
      const report = await answer;
      if (report.type !== 'built') {
        const reason = report.type === 'failed' ? report.message : report.type;
        throw new BenchError(`${product} could not build the site: ${reason}`);
      }
      return report.ms;
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}
