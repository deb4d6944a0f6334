import { expectConformance } from './expectConformance';
import { runConformance, someFiles } from './runConformance';
import { testData } from './testData';

jest.setTimeout(120_000);

const folder = testData('catalogs');

(folder ? describe : describe.skip)('a sample of real catalog files', () => {
  it('has the same outcomes in stock and in Callboard', async () => {
    const files = await someFiles(folder!);
    expectConformance(
      await runConformance({ folder: folder!, rules: 'open', files }),
    );
  });
});
