import {
  coreExtensionData,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';

/** Stock's list of templates, and below it the portal's own form of a template. */
export const templatesSubPage = scaffolderPlugin
  .getExtension('sub-page:scaffolder/templates')
  .override({
    *factory(originalFactory, { config, node }) {
      const original = originalFactory();
      for (const data of original) {
        if (data.id !== coreExtensionData.reactElement.id) yield data;
      }
      const stock = original.get(coreExtensionData.reactElement);
      const theme = config.enableBackstageUi ? 'bui' : 'mui';
      yield coreExtensionData.reactElement(
        ExtensionBoundary.lazy(node, async () => {
          const { TemplatesRoutes } = await import('./wizard/TemplatesRoutes');
          return <TemplatesRoutes stock={stock} theme={theme} />;
        }),
      );
    },
  });
