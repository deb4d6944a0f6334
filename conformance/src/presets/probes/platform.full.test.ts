import { platformProbes } from './platformProbes';
import { runProbe } from './Probe';

jest.setTimeout(180_000);

it.each(Object.entries(platformProbes))('%s', async (_, probe) => {
  await expect(runProbe(probe)).resolves.toBeUndefined();
});
