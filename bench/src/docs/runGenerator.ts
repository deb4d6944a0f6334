import { ConfigReader, type Config } from '@backstage/config';
import type { BuildOrder, GeneratorReport, Product } from './messages';

/** What is used of a generator of TechDocs. */
interface GeneratorClass {
  fromConfig(
    config: Config,
    options: { logger: object },
  ): {
    run(options: {
      inputDir: string;
      outputDir: string;
      logger: object;
    }): Promise<void>;
  };
}

const silent = () => {};
const logger = { error: silent, warn: silent, info: silent, debug: silent };

/** The program of a product, whose name is its first argument: builds what it is asked for, until it is stopped. */
export function runGenerator(classes: Record<Product, GeneratorClass>): void {
  const product = process.argv[2] as Product;
  const tell = (report: GeneratorReport) => process.send!(report);
  process.on('message', async ({ cacheDir, ...folders }: BuildOrder) => {
    const generator = {
      runIn: 'local',
      mkdocs: { omitTechdocsCorePlugin: true },
      cache: { directory: cacheDir },
    };
    const config = new ConfigReader({ techdocs: { generator } });
    try {
      const builder = classes[product].fromConfig(config, { logger });
      const start = performance.now();
      await builder.run({ ...folders, logger });
      tell({ type: 'built', ms: performance.now() - start });
    } catch (error) {
      tell({ type: 'failed', message: String((error as Error).stack) });
    }
  });
  tell({ type: 'ready' });
}
