import { SonarQubeClient } from '@backstage-community/plugin-sonarqube';
import sonarqube from '@backstage-community/plugin-sonarqube/alpha';
import { sonarQubeApiRef } from '@backstage-community/plugin-sonarqube-react';
import {
  coreExtensionData,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { FailureLog } from './failures/FailureLog';
import { FailureNotice } from './failures/FailureNotice';
import { watchedFetch } from './failures/watchedFetch';

const failures = new FailureLog();

export default sonarqube.withOverrides({
  extensions: [
    sonarqube.getExtension('api:sonarqube').override({
      params: define =>
        define({
          api: sonarQubeApiRef,
          deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
          factory: ({ discoveryApi, fetchApi }) =>
            new SonarQubeClient({
              discoveryApi,
              fetchApi: watchedFetch({ fetchApi, failures }),
            }),
        }),
    }),
    sonarqube.getExtension('entity-content:sonarqube/entity').override({
      factory(originalFactory) {
        const original = originalFactory({ params: { title: 'Quality' } });
        return [
          ...original,
          coreExtensionData.reactElement(
            <FailureNotice name="SonarQube" failures={failures}>
              {original.get(coreExtensionData.reactElement)}
            </FailureNotice>,
          ),
        ];
      },
    }),
    // The tab shows the same.
    sonarqube
      .getExtension('entity-card:sonarqube/card')
      .override({ disabled: true }),
  ],
});
