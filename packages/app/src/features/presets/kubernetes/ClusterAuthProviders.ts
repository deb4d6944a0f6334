import { KubernetesAuthProviders } from '@backstage/plugin-kubernetes-react';

/**
 * Stock's, for clusters that name a provider of ID tokens without using it: the pages join the two names whatever the first one is, and
 * then find no provider of the name.
 */
export class ClusterAuthProviders extends KubernetesAuthProviders {
  decorateRequestBodyForAuth(
    ...[name, body]: Parameters<
      KubernetesAuthProviders['decorateRequestBodyForAuth']
    >
  ) {
    return super.decorateRequestBodyForAuth(
      name.startsWith('oidc.') ? name : name.split('.')[0],
      body,
    );
  }
}
