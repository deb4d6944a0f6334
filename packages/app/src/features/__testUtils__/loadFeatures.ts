import { mockApis } from '@backstage/frontend-test-utils';
import type {
  ConfigApi,
  FrontendFeature,
  FrontendFeatureLoader,
} from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';

/** The features that a loader yields for a configuration, those of loaders that it yields included. */
export async function loadFeatures(options: {
  loader: FrontendFeatureLoader;
  config: JsonObject;
}): Promise<FrontendFeature[]> {
  const { config } = options;
  const { loader } = options.loader as FrontendFeatureLoader & {
    loader(deps: {
      config: ConfigApi;
    }): Promise<(FrontendFeature | FrontendFeatureLoader)[]>;
  };
  const loaded = await loader({ config: mockApis.config({ data: config }) });
  const features = await Promise.all(
    loaded.map(async item =>
      item.$$type === '@backstage/FrontendFeatureLoader'
        ? loadFeatures({ loader: item, config })
        : [item],
    ),
  );
  return features.flat();
}
