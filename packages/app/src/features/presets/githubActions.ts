import githubActions from '@backstage-community/plugin-github-actions/alpha';
import { createFrontendFeatureLoader } from '@backstage/frontend-plugin-api';

const plugin = githubActions.withOverrides({
  extensions: [
    // The portal's own tab of builds is called CI.
    githubActions
      .getExtension('entity-content:github-actions')
      .override({ params: { title: 'GitHub Actions' } }),
    // It would ask whoever opens an overview to sign in to GitHub.
    githubActions
      .getExtension('entity-card:github-actions/recent-workflow-runs')
      .override({ disabled: true }),
  ],
});

/**
 * In no preset: `callboard.plugins` names it by hand. The tab asks GitHub in the name of the person who looks at it, which takes a sign-in
 * with GitHub.
 */
export default createFrontendFeatureLoader({
  *loader({ config }) {
    if (['github', 'ghe'].some(id => config.has(`auth.providers.${id}`))) {
      yield plugin;
    }
  },
});
