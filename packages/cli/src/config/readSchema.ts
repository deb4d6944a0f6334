import fs from 'node:fs/promises';
import { type ConfigSchema, loadConfigSchema } from '@backstage/config-loader';
import { configSchemaFile } from './portalRoot';

/** What the build has collected; see `scripts/lib/collectConfigSchema.mjs`. */
interface CollectedSchema {
  backstageConfigSchemaVersion: number;
  schemas: { packageName: string; value: JsonSchema }[];
  /** The keys that a plugin of the community demands, by package. */
  demands: Record<string, string[]>;
}

interface JsonSchema {
  required?: string[];
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  const?: string;
  type?: string;
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
 * The schema of all packages. A plugin of the community may demand a key of its own; that counts only while the plugin is on. Compiling
 * takes most of a second, so a process does it once for the same plugins.
 */
export async function readSchema(options: {
  /** Packages that are on. */
  plugins: string[];
}): Promise<ConfigSchema> {
  const key = [...options.plugins].sort().join();
  const schema = compiled.get(key) ?? compileSchema(options);
  compiled.set(key, schema);
  return schema;
}

async function compileSchema(options: { plugins: string[] }) {
  const collected: CollectedSchema = JSON.parse(
    await fs.readFile(configSchemaFile, 'utf8'),
  );
  const { schemas, demands, backstageConfigSchemaVersion } = collected;
  for (const { packageName, value } of schemas) {
    if (options.plugins.includes(packageName)) {
      value.required = demands[packageName];
    }
    nameResolvers(value);
  }
  return loadConfigSchema({
    serialized: { schemas, backstageConfigSchemaVersion } as never,
  });
}

function nameResolvers(schema: JsonSchema) {
  const providers = schema.properties?.auth?.properties?.providers?.properties;
  for (const provider of Object.values(providers ?? {})) {
    const { items } =
      provider.additionalProperties?.properties?.signIn?.properties
        ?.resolvers ?? {};
    items?.anyOf?.push(
      ...UNNAMED_RESOLVERS.map(name => ({
        type: 'object',
        properties: { resolver: { const: name } },
        required: ['resolver'],
      })),
    );
  }
}
