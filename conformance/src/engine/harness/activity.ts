import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  metricsServiceRef,
  type MetricsService,
} from '@backstage/backend-plugin-api/alpha';
import type { EngineName } from './engines';

/** How often a catalog began and ended to process an entity, and stock also to stitch one, by its own metrics. */
export type Activity = {
  started: number;
  finished: number;
};

const STARTS = ['catalog.processing.queue.delay'];
const ENDS = ['catalog.processed.entities.count'];
const STITCHING_STARTS = ['catalog.stitching.queue.delay'];
const STITCHING_ENDS = ['catalog.stitched.entities.count'];

/** Counts what the catalog reports through the metrics service. Nothing in its database tells what is being processed just now. */
export function countActivity(engine: EngineName) {
  const activity: Activity = { started: 0, finished: 0 };
  // Callboard does not stitch by itself, but as a part of commits.
  const isStock = engine === 'stock';
  const starts = isStock ? [...STARTS, ...STITCHING_STARTS] : STARTS;
  const ends = isStock ? [...ENDS, ...STITCHING_ENDS] : ENDS;
  const silent = { add() {}, record() {} };
  const observable = { addCallback() {}, removeCallback() {} };
  const metrics: MetricsService = {
    createCounter: name => ({
      add(value) {
        activity.finished += ends.includes(name) ? value : 0;
      },
    }),
    createHistogram: name => ({
      record() {
        activity.started += starts.includes(name) ? 1 : 0;
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
