import {
  coreServices,
  createBackendFeatureLoader,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { configSchemaExtensionPoint } from '@backstage/plugin-app-node';
import type { PortalOptions } from '../services/PortalOptions';

/** Serves the frontend, unless `app.serve` is false because another server does. */
export function frontend({ schema }: PortalOptions) {
  return createBackendFeatureLoader({
    deps: { config: coreServices.rootConfig },
    *loader({ config }) {
      if (!(config.getOptionalBoolean('app.serve') ?? true)) {
        return;
      }
      yield import('@backstage/plugin-app-backend');
      if (schema) {
        yield frontendSchema(schema);
      }
    },
  });
}

/**
 * Tells which configuration may reach the browser by the schema that the portal has compiled already. Stock compiles the copy in
 * the frontend's files, which names the same packages, a second time: that takes a second.
 */
function frontendSchema(schema: NonNullable<PortalOptions['schema']>) {
  return createBackendModule({
    pluginId: 'app',
    moduleId: 'config-schema',
    register(registry) {
      registry.registerInit({
        deps: { point: configSchemaExtensionPoint },
        async init({ point }) {
          point.setConfigSchema(withoutDeprecations(schema));
        },
      });
    },
  });
}

/**
 * The same schema, but silent about deprecated keys: of alternatives it marks the keys of those that do not apply, too, and would warn of
 * a sign-in resolver that is the recommended one.
 */
function withoutDeprecations(
  schema: NonNullable<PortalOptions['schema']>,
): NonNullable<PortalOptions['schema']> {
  return {
    ...schema,
    process: (configs, options) =>
      schema.process(configs, { ...options, withDeprecatedKeys: false }),
  };
}
