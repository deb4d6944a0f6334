import { ConformanceReport } from './runConformance';

/** What is wrong with a run, in words: catalogs that differ, entities that were lost, verdicts that nobody explained. */
export function shortcomings(report: ConformanceReport): string[] {
  const { differences, lost, disagreements, counts } = report;
  return [
    ...differences.map(
      ({ file, entity, stock, callboard }) =>
        `${file} ${entity ?? ''}: stock ${stock}, Callboard ${callboard}`,
    ),
    ...lost.map(entity => `lost: ${entity}`),
    ...disagreements
      .filter(({ reason }) => reason === 'unexplained')
      .map(
        ({ file, subject, catalog, validate, why }) =>
          `${file} ${subject}: the catalog says ${catalog}, validate ${validate}: ${why}`,
      ),
    // Guards against comparing nothing with nothing.
    ...[
      'entity accepted',
      'file rejected by schema',
      'entity rejected by schema',
    ]
      .filter(outcome => !counts.callboard[outcome])
      .map(outcome => `not one ${outcome}`),
  ];
}
