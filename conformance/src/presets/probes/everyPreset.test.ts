// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { shippedPresets } from '@callboard/cli/src/testing/shippedPresets';
import { aiProbes } from './aiProbes';
import { ciProbes } from './ciProbes';
import { directoryProbes } from './directoryProbes';
import { identityProbes } from './identityProbes';
import { kubernetesProbes } from './kubernetesProbes';
import { platformProbes } from './platformProbes';
import { sourceProbes } from './sourceProbes';

it('every shipped preset has a probe, and no probe is of another', () => {
  const probed = Object.keys({
    ...aiProbes,
    ...ciProbes,
    ...directoryProbes,
    ...identityProbes,
    ...kubernetesProbes,
    ...platformProbes,
    ...sourceProbes,
  }).map(title => title.split(' ')[0]);

  expect([...new Set(probed)].sort()).toEqual(
    shippedPresets()
      .map(({ name }) => name)
      .sort(),
  );
});
