import type { ExtensionPointFactoryContext } from '@backstage/backend-plugin-api';
import type { Validators } from '@backstage/catalog-model';
import type { CatalogModelSource } from '@backstage/catalog-model/alpha';
import type {
  CatalogProcessor,
  CatalogProcessorParser,
  EntityProvider,
  LocationAnalyzer,
  PlaceholderResolver,
  ScmLocationAnalyzer,
} from '@backstage/plugin-catalog-node';
import type { ProcessingErrorHandler } from '../processing/createProcessingObserver';

/** A provider, and the module that has added it, where it is none of the catalog's own. */
export type ProviderEntry = {
  provider: EntityProvider;
  context?: ExtensionPointFactoryContext;
};

export type LocationAnalyzerFactory = (options: {
  scmLocationAnalyzers: ScmLocationAnalyzer[];
}) => Promise<{ locationAnalyzer: LocationAnalyzer }>;

/** What modules have added to the catalog, and set in it. */
export type CatalogExtensions = {
  processors: CatalogProcessor[];
  providers: ProviderEntry[];
  placeholderResolvers: Record<string, PlaceholderResolver>;
  onProcessingError?: ProcessingErrorHandler;
  /** Replaces the catalog's own analyzer. */
  locationAnalyzerFactory?: LocationAnalyzerFactory;
  scmLocationAnalyzers: ScmLocationAnalyzer[];
  fieldValidators: Partial<Validators>;
  entityDataParser?: CatalogProcessorParser;
  modelSources: CatalogModelSource[];
  /** Only `url` when absent. */
  allowedLocationTypes?: string[];
};
