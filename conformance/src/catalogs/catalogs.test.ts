import { runConformance, someFiles } from './runConformance';
import { shortcomings } from './shortcomings';
import { testData } from './testData';

jest.setTimeout(120_000);

const folder = testData('catalogs');

(folder ? describe : describe.skip)('a sample of real catalog files', () => {
  it('has the same outcomes in stock and in Callboard', async () => {
    const files = await someFiles(folder!);
    const report = await runConformance({
      folder: folder!,
      rules: 'open',
      files,
    });
    expect(shortcomings(report)).toEqual([]);
  });
});
