import { aiProbes } from './aiProbes';
import { runProbe } from './Probe';

jest.setTimeout(180_000);

it.each(Object.entries(aiProbes))('%s', async (_, probe) => {
  await expect(runProbe(probe)).resolves.toBeUndefined();
});
