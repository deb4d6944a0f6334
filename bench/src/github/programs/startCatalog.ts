import type { JsonObject } from '@backstage/types';
import { setTimeout as wait } from 'node:timers/promises';
import { BenchError } from '../../BenchError';
import { processTreeMemory } from '../../measure/processTreeMemory';
import type { CompanySize } from '../CompanySize';
import { startProgram } from './startProgram';

const POLL_MS = 50;

/** The heap that Node takes by itself in a container of 512 MB, and one arena of malloc, as images for small containers have it. */
const SMALL = {
  flags: ['--max-heap-size=256'],
  env: { MALLOC_ARENA_MAX: '1' },
};

/** A backend with a catalog, that may not answer yet. */
export interface RunningCatalog {
  /** Resolves when all components, people and teams are listed. */
  untilVisible(options: { size: CompanySize; giveUpMs: number }): Promise<{
    /** From the start of the process. */
    ms: number;
    at: Date;
  }>;
  /** Resident memory of the process now, in MB of 10^6 bytes. */
  memory(): Promise<number>;
  /** What a component's description is. */
  descriptionOf(component: string): Promise<string | undefined>;
  /** The end of what it has logged. */
  readLog(): Promise<string>;
  stop(): Promise<void>;
}

export async function startCatalog(options: {
  product: 'stock' | 'callboard';
  bundle: string;
  folder: string;
  config: JsonObject;
  port: number;
  token: string;
  /** @defaultValue false */
  isSmall?: boolean;
}): Promise<RunningCatalog> {
  const { product, bundle, folder, config, port, token, isSmall } = options;
  const program = await startProgram<never>({
    name: product,
    ...{ bundle, folder, config },
    ...(isSmall && SMALL),
  });
  const ask = async (path: string): Promise<any> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return response.ok ? response.json() : undefined;
  };
  const count = async (kind: string): Promise<number> =>
    (
      await ask(
        `/api/catalog/entities/by-query?filter=kind=${kind}&limit=0`,
      ).catch(() => undefined)
    )?.totalItems ?? 0;

  return {
    stop: program.stop,
    memory: () => processTreeMemory(program.pid),
    readLog: program.readLog,
    async untilVisible({ size, giveUpMs }) {
      for (;;) {
        const [components, people, teams] = await Promise.all(
          ['component', 'user', 'group'].map(count),
        );
        const waited = performance.now() - program.startedAt;
        if (
          components >= size.repositories &&
          people >= size.people &&
          teams >= size.teams
        ) {
          return { ms: waited, at: new Date() };
        }
        if (program.hasEnded() || waited > giveUpMs) {
          throw new BenchError(
            `${product} has ${components} components, ${people} people and ${teams} teams. The end of its log:\n${await program.readLog()}`,
          );
        }
        await wait(POLL_MS);
      }
    },
    async descriptionOf(component) {
      const entity = await ask(
        `/api/catalog/entities/by-name/component/default/${component}`,
      );
      return entity?.metadata.description;
    },
  };
}
