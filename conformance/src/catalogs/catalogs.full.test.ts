import { allFiles, runConformance } from './runConformance';
import { shortcomings } from './shortcomings';
import { testData } from './testData';

jest.setTimeout(240_000);

const folder = testData('catalogs');

(folder ? describe : describe.skip)('all real catalog files', () => {
  it('have the same outcomes when every kind is allowed', async () => {
    const files = allFiles(folder!);
    const report = await runConformance({
      folder: folder!,
      rules: 'open',
      files,
    });
    expect(shortcomings(report)).toEqual([]);
  });

  it('have the same outcomes under the rules of create-app', async () => {
    const files = allFiles(folder!);
    const report = await runConformance({
      folder: folder!,
      rules: 'default',
      files,
    });
    expect(report.differences).toEqual([]);
    expect(report.counts.callboard['file rejected by rule']).toBeGreaterThan(
      50,
    );
    expect(report.counts.callboard['entity accepted']).toBeGreaterThan(100);
  });
});
