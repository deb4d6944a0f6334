import fs from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { createEnvironment } from '../../testing/createEnvironment';
import { shippedRoot } from '../../testing/shippedRoot';
import { inspectPortalConfig } from '../loadPortalConfig';
import { portalRoot } from '../portalRoot';

jest.setTimeout(30_000);

it('keeps no credentials in the data directory that a pod has for itself', async () => {
  const text = fs.readFileSync(
    path.join(portalRoot, 'deploy', 'kubernetes.yaml'),
    'utf8',
  );
  const objects = parseAllDocuments(text).map(document => document.toJS());
  const { data } = objects.find(({ kind }) => kind === 'ConfigMap');
  const root = shippedRoot({ 'config.yaml': data['app-config.yaml'] });
  const inspect = (config: string[]) =>
    inspectPortalConfig(
      createEnvironment(
        root,
        { POSTGRES_HOST: 'localhost', POSTGRES_PASSWORD: 'secret' },
        { presets: ['recommended'], config },
      ),
    );

  const key = 'callboard.github.storedCredentials';
  const without = await inspect([]);
  expect(without.config.has(key)).toBe(true);
  const portal = await inspect([path.join(root, 'config.yaml')]);
  expect(portal.problems).toEqual([]);
  expect(portal.config.has(key)).toBe(false);
  expect(portal.stored.file).toBeUndefined();
});
