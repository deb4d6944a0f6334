import { type Config, ConfigReader } from '@backstage/config';
import type {
  FrontendFeature,
  FrontendFeatureLoader,
} from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';

/** What a feature loader yields for a configuration, as the app resolves it. */
export async function loadFeatures(options: {
  loader: FrontendFeatureLoader;
  config: JsonObject;
}): Promise<FrontendFeature[]> {
  const { loader } = options.loader as FrontendFeatureLoader & {
    loader(deps: { config: Config }): Promise<FrontendFeature[]>;
  };
  return loader({ config: new ConfigReader(options.config) });
}
