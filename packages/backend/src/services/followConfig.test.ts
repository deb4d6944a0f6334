import { ConfigReader } from '@backstage/config';
import { ConfigSources, MutableConfigSource } from '@backstage/config-loader';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { followConfig } from './followConfig';

/** Doubles `a.value`. */
const change = (config: RootConfigService) =>
  new ConfigReader({ a: { value: 2 * config.getNumber('a.value') } });

it('changes a configuration that stays as it is', async () => {
  const config = new ConfigReader({ a: { value: 1 } });
  const changed = await followConfig({ config, change });
  expect(changed.getNumber('a.value')).toBe(2);
});

it('follows one that changes, and tells who listens', async () => {
  const source = MutableConfigSource.create({ data: { a: { value: 1 } } });
  const config = await followConfig({
    config: await ConfigSources.toConfig(source),
    change,
  });
  const part = config.getConfig('a');
  expect(part.getNumber('value')).toBe(2);

  const told = new Promise<void>(resolve => config.subscribe!(resolve));
  source.setData({ a: { value: 5 } });
  await told;
  expect(config.getNumber('a.value')).toBe(10);
  expect(part.getNumber('value')).toBe(10);
});
