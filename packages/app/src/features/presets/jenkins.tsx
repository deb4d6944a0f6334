import {
  JenkinsClient,
  jenkinsApiRef,
} from '@backstage-community/plugin-jenkins';
import jenkins from '@backstage-community/plugin-jenkins/alpha';
import {
  coreExtensionData,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { FailureLog } from './failures/FailureLog';
import { FailureNotice } from './failures/FailureNotice';
import { watchedFetch } from './failures/watchedFetch';

const failures = new FailureLog();

export default jenkins.withOverrides({
  extensions: [
    jenkins.getExtension('api:jenkins/jenkins').override({
      params: define =>
        define({
          api: jenkinsApiRef,
          deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
          factory: ({ discoveryApi, fetchApi }) =>
            new JenkinsClient({
              discoveryApi,
              fetchApi: watchedFetch({ fetchApi, failures }),
            }),
        }),
    }),
    jenkins.getExtension('entity-content:jenkins/projects').override({
      factory(originalFactory) {
        const original = originalFactory();
        return [
          ...original,
          coreExtensionData.reactElement(
            <FailureNotice name="Jenkins" failures={failures}>
              {original.get(coreExtensionData.reactElement)}
            </FailureNotice>,
          ),
        ];
      },
    }),
    // The card for the overview asks for the branch `master` of every job, and says again what the tab says.
    jenkins
      .getExtension('entity-card:jenkins/latest-run')
      .override({ disabled: true }),
  ],
});
