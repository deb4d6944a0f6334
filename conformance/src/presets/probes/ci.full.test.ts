import { ciProbes } from './ciProbes';
import { runProbe } from './Probe';

jest.setTimeout(180_000);

it.each(Object.entries(ciProbes))('%s', async (_, probe) => {
  await expect(runProbe(probe)).resolves.toBeUndefined();
});
