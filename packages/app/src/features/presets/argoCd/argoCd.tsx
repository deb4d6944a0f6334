import { compatWrapper } from '@backstage/core-compat-api';
import {
  argoCDApiRef,
  EntityArgoCDOverviewCard,
  isArgocdAvailable,
} from '@roadiehq/backstage-plugin-argo-cd';
import argoCd from '@roadiehq/backstage-plugin-argo-cd/alpha';
import {
  configApiRef,
  coreExtensionData,
  discoveryApiRef,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import { FailureLog } from '../failures/FailureLog';
import { FailureNotice } from '../failures/FailureNotice';
import styles from './argoCd.module.css';
import { WatchedArgoCdClient } from './WatchedArgoCdClient';

const failures = new FailureLog();

/**
 * Stock shows the tab on every entity and the cards on every component, be there an application or not; and the tab has the history alone,
 * which is nothing for an application that has just been made.
 */
export default argoCd.withOverrides({
  extensions: [
    argoCd.getExtension('api:argocd').override({
      params: define =>
        define({
          api: argoCDApiRef,
          deps: {
            config: configApiRef,
            discoveryApi: discoveryApiRef,
            identityApi: identityApiRef,
          },
          factory: ({ config, discoveryApi, identityApi }) =>
            new WatchedArgoCdClient({
              discoveryApi,
              identityApi,
              backendBaseUrl: config.getString('backend.baseUrl'),
              useNamespacedApps:
                config.getOptionalBoolean('argocd.namespacedApps') ?? false,
              searchInstances: Boolean(
                config.getOptionalConfigArray('argocd.appLocatorMethods')
                  ?.length,
              ),
              failures,
            }),
        }),
    }),
    argoCd.getExtension('entity-content:argocd/ArgoCdPage').override({
      factory(originalFactory) {
        const original = originalFactory({
          params: { title: 'Argo CD', filter: isArgocdAvailable },
        });
        return [
          ...original,
          coreExtensionData.reactElement(
            <FailureNotice name="Argo CD" failures={failures}>
              <div className={styles.overview}>
                {compatWrapper(
                  <EntityArgoCDOverviewCard title="Applications" />,
                )}
              </div>
              {original.get(coreExtensionData.reactElement)}
            </FailureNotice>,
          ),
        ];
      },
    }),
    // The tab shows the same.
    argoCd
      .getExtension('entity-card:argocd/overviewCard')
      .override({ disabled: true }),
    argoCd
      .getExtension('entity-card:argocd/historyCard')
      .override({ disabled: true }),
  ],
});
