import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { TemplateCard } from '@backstage/plugin-scaffolder-react/alpha';

/** Guards each card in the list of templates. A module of the app, since only those may swap components. */
export const templateCardModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SwappableComponentBlueprint.make({
      name: 'template-card',
      params: define =>
        define({
          component: TemplateCard,
          loader: () => import('./GuardedCard').then(m => m.GuardedCard),
        }),
    }),
  ],
});
