export { runConformance, allFiles } from './catalogs/runConformance';
export type { ConformanceReport } from './catalogs/runConformance';
export { startServer } from './servers/startServer';
export type { RunningServer } from './servers/startServer';
