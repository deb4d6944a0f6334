import fs from 'node:fs/promises';
import { type Config, ConfigReader } from '@backstage/config';
import { type ConfigSchema, loadConfigSchema } from '@backstage/config-loader';
import { ProblemsError } from '../problems/ProblemsError';
import type { Environment } from './readEnvironment';
import { baseUrlProblems } from './baseUrlProblems';
import { configSchemaFile } from './portalRoot';
import { readLayers } from './readLayers';
import { schemaProblems } from './schemaProblems';

/** A configuration that is known to satisfy the schema of every package. */
export interface PortalConfig {
  config: Config;
  schema: ConfigSchema;
  presets: string[];
}

/** Reads, merges and checks the configuration. Throws a `ProblemsError` with all problems at once. */
export async function loadPortalConfig(
  environment: Environment,
): Promise<PortalConfig> {
  const [{ layers, presets }, schema] = await Promise.all([
    readLayers(environment),
    readSchema(),
  ]);
  const problems = await schemaProblems({ layers, schema });
  if (problems.length === 0) {
    problems.push(...(await baseUrlProblems(layers)));
  }
  if (problems.length > 0) {
    throw new ProblemsError(problems);
  }
  const config = ConfigReader.fromConfigs(
    layers.map(({ name, data }) => ({ context: name, data })),
  );
  return { config, schema, presets };
}

async function readSchema() {
  return loadConfigSchema({
    serialized: JSON.parse(await fs.readFile(configSchemaFile, 'utf8')),
  });
}
