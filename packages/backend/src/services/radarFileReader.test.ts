import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { radarFileReader } from './radarFileReader';

describe('radarFileReader', () => {
  let folder: string;
  let radar: string;
  beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'radar-'));
    radar = path.join(folder, 'radar.json');
    await fs.writeFile(radar, '{}');
    await fs.writeFile(path.join(folder, 'other.json'), '{}');
  });
  afterAll(() => fs.rm(folder, { recursive: true }));

  /** What a plugin reads while `techRadar.url` has this value. */
  const read = async (options: {
    plugin: string;
    configured?: string;
    url: string;
  }) => {
    const config = mockServices.rootConfig.factory({
      data: { techRadar: { url: options.configured } },
    });
    const factories = await ServiceFactoryTester.from(radarFileReader, {
      dependencies: [config],
    }).getSubject(options.plugin);
    const reader = UrlReaders.create({
      config: mockServices.rootConfig(),
      logger: mockServices.logger.mock(),
      factories,
    });
    const response = await reader.readUrl(options.url);
    return (await response.buffer()).toString();
  };

  it('reads the file that is configured', async () => {
    const plugin = 'tech-radar';
    for (const url of [`file:${radar}`, `file://${radar}`]) {
      await expect(read({ plugin, configured: url, url })).resolves.toBe('{}');
    }
  });

  it('reads no other file, and none for another plugin', async () => {
    const configured = `file:${radar}`;
    const other = `file:${path.join(folder, 'other.json')}`;
    const refused = /not allowed/;
    await expect(
      read({ plugin: 'tech-radar', configured, url: other }),
    ).rejects.toThrow(refused);
    await expect(
      read({ plugin: 'catalog', configured, url: configured }),
    ).rejects.toThrow(refused);
    await expect(
      read({ plugin: 'tech-radar', url: configured }),
    ).rejects.toThrow(refused);
    await expect(
      read({
        plugin: 'tech-radar',
        configured: 'https://example.com/radar.json',
        url: configured,
      }),
    ).rejects.toThrow(refused);
  });
});
