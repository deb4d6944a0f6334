import { sourceProbes } from './sourceProbes';
import { runProbe } from './Probe';

jest.setTimeout(180_000);

it.each(Object.entries(sourceProbes))('%s', async (_, probe) => {
  await expect(runProbe(probe)).resolves.toBeUndefined();
});
