import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderAutocompleteExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import {
  githubIntegrations,
  githubServiceRef,
} from '@callboard/plugin-github-node';
import { createGithubActions } from './actions/createGithubActions';
import { createAutocomplete } from './autocomplete/createAutocomplete';

/** Takes the place of `@backstage/plugin-scaffolder-backend-module-github`, and has its id: a backend with both does not start. */
export const githubModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'github',
  register({ registerInit }) {
    registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        autocomplete: scaffolderAutocompleteExtensionPoint,
        config: coreServices.rootConfig,
        catalog: catalogServiceRef,
        github: githubServiceRef,
      },
      async init({ scaffolder, autocomplete, config, catalog, github }) {
        const integrations = githubIntegrations({
          config,
          hosts: github.credentials.hosts(),
        });
        scaffolder.addActions(
          ...createGithubActions({
            config,
            catalog,
            integrations,
            github,
            requireScmUserCredentials:
              config.getOptionalBoolean(
                'scaffolder.requireScmUserCredentials',
              ) ?? false,
            githubCredentialsProvider: github.credentials.provider({
              pluginId: 'scaffolder',
            }),
          }),
        );
        autocomplete.addAutocompleteProvider({
          id: 'github',
          handler: createAutocomplete({ github, integrations }),
        });
      },
    });
  },
});
