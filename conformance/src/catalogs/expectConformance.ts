import { ConformanceReport } from './runConformance';

/** What holds for every run: both catalogs agree, nothing is lost, and validate agrees but for known reasons. */
export function expectConformance(report: ConformanceReport) {
  expect(report.differences).toEqual([]);
  expect(report.lost).toEqual([]);
  expect(
    report.disagreements.filter(({ reason }) => reason === 'unexplained'),
  ).toEqual([]);

  // Guards against comparing nothing with nothing.
  const { callboard } = report.counts;
  expect(callboard['entity accepted']).toBeGreaterThan(20);
  expect(callboard['file rejected by schema']).toBeGreaterThan(0);
  expect(callboard['entity rejected by schema']).toBeGreaterThan(0);
}
