import { allFiles, RULES, runConformance, someFiles } from './runConformance';
import { testData } from './testData';

const folder = testData('catalogs');
const describeWithData = folder ? describe : describe.skip;
const full = Boolean(process.env.CALLBOARD_FULL);

jest.setTimeout(240_000);

describeWithData('real catalog files, stock and Callboard', () => {
  const cases: (keyof typeof RULES)[] = full ? ['open', 'default'] : ['open'];

  it.each(cases)('agree on every file under %s rules', async rules => {
    const files = full ? allFiles(folder!) : await someFiles(folder!);
    const report = await runConformance({ folder: folder!, rules, files });

    expect(report.differences).toEqual([]);
    expect(report.lost).toEqual([]);
    expect(
      report.disagreements.filter(({ reason }) => reason === 'unexplained'),
    ).toEqual([]);

    // Guards against comparing nothing with nothing.
    expect(report.counts.callboard['entity accepted']).toBeGreaterThan(20);
    expect(report.counts.callboard['file rejected by schema']).toBeGreaterThan(
      0,
    );
    expect(
      report.counts.callboard['entity rejected by schema'],
    ).toBeGreaterThan(0);
    if (rules === 'default') {
      expect(report.counts.callboard['file rejected by rule']).toBeGreaterThan(
        0,
      );
    }
  });
});
