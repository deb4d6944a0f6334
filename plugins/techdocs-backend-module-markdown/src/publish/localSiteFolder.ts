import os from 'node:os';
import {
  resolvePackagePath,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';

/**
 * The folder in which stock's publisher `local` keeps the site of an entity.
 *
 * @throws NotAllowedError where a part of the entity's reference leads out of the folder above.
 */
export function localSiteFolder(options: {
  config: Config;
  entity: Entity;
}): string {
  const { config, entity } = options;
  const keepCase = config.getOptionalBoolean(
    'techdocs.legacyUseCaseSensitiveTripletPaths',
  );
  const { namespace = DEFAULT_NAMESPACE, name } = entity.metadata;
  return [namespace, entity.kind, name].reduce(
    (folder, part) =>
      resolveSafeChildPath(folder, keepCase ? part : part.toLowerCase()),
    publishDirectory(config),
  );
}

function publishDirectory(config: Config): string {
  const folder = config.getOptionalString(
    'techdocs.publisher.local.publishDirectory',
  );
  if (folder) return folder;
  try {
    return resolvePackagePath(
      '@backstage/plugin-techdocs-backend',
      'static/docs',
    );
  } catch {
    return os.tmpdir();
  }
}
