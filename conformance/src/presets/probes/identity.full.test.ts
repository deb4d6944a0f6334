import { identityProbes } from './identityProbes';
import { runProbe } from './Probe';

jest.setTimeout(180_000);

it.each(Object.entries(identityProbes))('%s', async (_, probe) => {
  await expect(runProbe(probe)).resolves.toBeUndefined();
});
