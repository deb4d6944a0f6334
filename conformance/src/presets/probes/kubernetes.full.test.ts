import { kubernetesProbes } from './kubernetesProbes';
import { runProbe } from './Probe';

jest.setTimeout(180_000);

it.each(Object.entries(kubernetesProbes))('%s', async (_, probe) => {
  await expect(runProbe(probe)).resolves.toBeUndefined();
});
