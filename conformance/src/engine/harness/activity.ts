import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  metricsServiceRef,
  type MetricsService,
} from '@backstage/backend-plugin-api/alpha';

/** How often a catalog began and ended to process or to stitch an entity, by its own metrics. */
export type Activity = {
  started: number;
  finished: number;
};

const STARTS = [
  'catalog.processing.queue.delay',
  'catalog.stitching.queue.delay',
];
const ENDS = [
  'catalog.processed.entities.count',
  'catalog.stitched.entities.count',
];

/** Counts what the catalog reports through the metrics service. Nothing in its database tells what is being processed just now. */
export function countActivity() {
  const activity: Activity = { started: 0, finished: 0 };
  const silent = { add() {}, record() {} };
  const observable = { addCallback() {}, removeCallback() {} };
  const metrics: MetricsService = {
    createCounter: name => ({
      add(value) {
        activity.finished += ENDS.includes(name) ? value : 0;
      },
    }),
    createHistogram: name => ({
      record() {
        activity.started += STARTS.includes(name) ? 1 : 0;
      },
    }),
    createUpDownCounter: () => silent,
    createGauge: () => silent,
    createObservableCounter: () => observable,
    createObservableUpDownCounter: () => observable,
    createObservableGauge: () => observable,
  };
  const feature = createServiceFactory({
    service: metricsServiceRef,
    deps: {},
    factory: () => metrics,
  });
  return { activity, feature };
}
