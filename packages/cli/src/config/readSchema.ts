import fs from 'node:fs/promises';
import { type ConfigSchema, loadConfigSchema } from '@backstage/config-loader';
import type { JsonObject } from '@backstage/types';
import { isAbout, type JsonSchema } from './isAbout';
import { configSchemaFile } from './portalRoot';

/** What the build has collected; see `scripts/lib/collectConfigSchema.mjs`. */
interface CollectedSchema {
  backstageConfigSchemaVersion: number;
  schemas: { packageName: string; value: JsonSchema }[];
  /** The keys that a plugin of the community demands, by package. */
  demands: Record<string, string[]>;
}

/**
 * Resolvers that a provider's module offers and the schema of its package does not name. The first is stock's for GitHub and GitLab; the
 * others are those of our own OpenID Connect module, which takes the place of the stock one.
 */
const UNNAMED_RESOLVERS = [
  'emailLocalPartMatchingUserEntityName',
  'oidcSubClaimMatchingKeycloakUserId',
  'preferredUsernameMatchingUserEntityName',
];

const compiled = new Map<string, Promise<ConfigSchema>>();

/**
 * The schema of all packages that have a say about this configuration. A plugin of the community may demand a key of its own; that counts
 * only while the plugin is on. Compiling is a good part of a start, so what says nothing here is left out, and a process compiles the same
 * schema once.
 */
export async function readSchema(options: {
  /** Packages that are on. */
  plugins: string[];
  /** The effective configuration. */
  data: JsonObject;
}): Promise<ConfigSchema> {
  const { plugins, data } = options;
  const { demands, backstageConfigSchemaVersion, ...collected } = JSON.parse(
    await fs.readFile(configSchemaFile, 'utf8'),
  ) as CollectedSchema;
  const schemas = collected.schemas
    .map(({ packageName, value, ...others }) => ({
      ...others,
      packageName,
      value: plugins.includes(packageName)
        ? { ...value, required: demands[packageName] ?? value.required }
        : value,
    }))
    .filter(({ value }) => isAbout(value, data));
  schemas.forEach(({ value }) => nameResolvers(value));

  const key = JSON.stringify(
    schemas.map(({ packageName, value }) => [packageName, value.required]),
  );
  const schema =
    compiled.get(key) ??
    loadConfigSchema({
      serialized: { schemas, backstageConfigSchemaVersion } as never,
    });
  compiled.set(key, schema);
  return schema;
}

function nameResolvers(schema: JsonSchema) {
  const providers = schema.properties?.auth?.properties?.providers?.properties;
  for (const provider of Object.values(providers ?? {})) {
    const { additionalProperties: environment } = provider;
    const { items } =
      (typeof environment === 'object' &&
        environment.properties?.signIn?.properties?.resolvers) ||
      {};
    items?.anyOf?.push(
      ...UNNAMED_RESOLVERS.map(name => ({
        type: 'object',
        properties: { resolver: { const: name } },
        required: ['resolver'],
      })),
    );
  }
}
