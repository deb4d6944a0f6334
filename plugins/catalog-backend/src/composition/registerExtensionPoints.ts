import type { BackendPluginRegistrationPoints } from '@backstage/backend-plugin-api';
import {
  catalogAnalysisExtensionPoint,
  catalogLocationsExtensionPoint,
  catalogProcessingExtensionPoint,
} from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { merge } from 'lodash';
import type { CatalogExtensions } from './CatalogExtensions';

/** Offers the extension points of the catalog to modules. What they give ends up in the object that is returned, until the plugin starts. */
export function registerExtensionPoints(
  env: BackendPluginRegistrationPoints,
): CatalogExtensions {
  const extensions: CatalogExtensions = {
    processors: [],
    providers: [],
    placeholderResolvers: {},
    scmLocationAnalyzers: [],
    fieldValidators: {},
    modelSources: [],
  };

  env.registerExtensionPoint({
    extensionPoint: catalogProcessingExtensionPoint,
    factory: context => ({
      addProcessor(...processors) {
        extensions.processors.push(...processors.flat());
      },
      addEntityProvider(...providers) {
        extensions.providers.push(
          ...providers.flat().map(provider => ({ provider, context })),
        );
      },
      addPlaceholderResolver(key, resolver) {
        if (Object.hasOwn(extensions.placeholderResolvers, key)) {
          throw new Error(
            `A placeholder resolver for '${key}' has already been set up, please check your config.`,
          );
        }
        extensions.placeholderResolvers[key] = resolver;
      },
      setOnProcessingErrorHandler(handler) {
        extensions.onProcessingError = handler;
      },
    }),
  });

  env.registerExtensionPoint(catalogAnalysisExtensionPoint, {
    setLocationAnalyzer(analyzerOrFactory) {
      if (extensions.locationAnalyzerFactory) {
        throw new Error('LocationAnalyzer has already been set');
      }
      extensions.locationAnalyzerFactory =
        typeof analyzerOrFactory === 'function'
          ? analyzerOrFactory
          : async () => ({ locationAnalyzer: analyzerOrFactory });
    },
    addScmLocationAnalyzer(analyzer) {
      extensions.scmLocationAnalyzers.push(analyzer);
    },
  });

  env.registerExtensionPoint(catalogModelExtensionPoint, {
    setFieldValidators(validators) {
      merge(extensions.fieldValidators, validators);
    },
    setEntityDataParser(parser) {
      if (extensions.entityDataParser) {
        throw new Error(
          'Attempted to install second EntityDataParser. Only one can be set.',
        );
      }
      extensions.entityDataParser = parser;
    },
    addModelSource(source) {
      extensions.modelSources.push(source);
    },
  });

  env.registerExtensionPoint(catalogLocationsExtensionPoint, {
    setAllowedLocationTypes(types) {
      extensions.allowedLocationTypes = types;
    },
  });

  return extensions;
}
