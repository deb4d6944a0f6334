import { directoryProbes } from './directoryProbes';
import { runProbe } from './Probe';

jest.setTimeout(180_000);

it.each(Object.entries(directoryProbes))('%s', async (_, probe) => {
  await expect(runProbe(probe)).resolves.toBeUndefined();
});
