import type { Benchmark } from '../benchmarks';
import { BenchError } from '../BenchError';
import { createRow } from '../createRow';
import { interleave } from '../measure/interleave';
import { waitUntilIngested } from '../servers/waitUntilIngested';
import type { RunningPortal } from '../servers/startPortal';
import { findKnownComponent } from './findKnownComponent';
import { launchBrowser } from './launchBrowser';
import { visitPortal } from './visitPortal';

const VISITS = 7;

/** What a person waits for: the catalog for the first time, again, and the page of a component. */
export const pagesBenchmark: Benchmark = {
  summary: 'first visit, reload and entity page in headless Chromium',
  async run(context) {
    const { portals, options, say } = context;
    const browser = await launchBrowser();
    try {
      const running = new Map<string, RunningPortal>();
      const sizes: number[] = [];
      for (const portal of portals) {
        await portal.prepare();
        const started = await context.start(
          portal,
          await context.createDataFolder(),
        );
        running.set(portal.name, started);
        sizes.push(await waitUntilIngested(started));
      }
      if (sizes[0] !== sizes[1]) {
        throw new BenchError(
          `the catalogs differ, so their pages cannot be compared: stock holds ${sizes[0]} entities and Callboard ${sizes[1]}`,
        );
      }
      const component = await findKnownComponent(running.get('stock')!);

      const visits = options.quick ? 1 : VISITS;
      say(
        `${visits} visits each; ${sizes[0]} entities; entity page of ${component.name}`,
      );
      const medians = await interleave({
        portals,
        rounds: visits,
        measure: portal =>
          visitPortal({
            browser,
            portal: running.get(portal.name)!,
            component,
          }),
      });
      await Promise.all([...running.values()].map(portal => portal.stop()));

      return [
        createRow({
          name: 'first visit: requests',
          unit: 'requests',
          ...medians.firstVisitRequests,
        }),
        createRow({
          name: 'first visit: bytes',
          unit: 'bytes',
          ...medians.firstVisitBytes,
        }),
        createRow({
          name: 'first visit: time to rows',
          unit: 'ms',
          ...medians.firstVisitMs,
        }),
        createRow({
          name: 'reload: time to rows',
          unit: 'ms',
          ...medians.reloadMs,
        }),
        createRow({ name: 'entity page', unit: 'ms', ...medians.entityMs }),
      ];
    } finally {
      await browser.close();
    }
  },
};
