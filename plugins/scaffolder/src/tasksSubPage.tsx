import {
  coreExtensionData,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import {
  scaffolderTemplateOutputsComponentRef,
  scaffolderTemplateOutputTemplateRefsRef,
} from '@backstage/plugin-scaffolder-react/alpha';

/** Stock's list of runs, and below it the portal's own page of a run. */
export const tasksSubPage = scaffolderPlugin
  .getExtension('sub-page:scaffolder/tasks')
  .override({
    *factory(originalFactory, { inputs, node }) {
      const original = originalFactory();
      for (const data of original) {
        if (data.id !== coreExtensionData.reactElement.id) yield data;
      }
      const stock = original.get(coreExtensionData.reactElement);
      const templateOutputs = inputs.templateOutputsComponents?.map(input => ({
        component: input.get(scaffolderTemplateOutputsComponentRef),
        templateRefs: input.get(scaffolderTemplateOutputTemplateRefsRef),
      }));
      yield coreExtensionData.reactElement(
        ExtensionBoundary.lazy(node, async () => {
          const { TasksRoutes } = await import('./run/TasksRoutes');
          return (
            <TasksRoutes stock={stock} templateOutputs={templateOutputs} />
          );
        }),
      );
    },
  });
