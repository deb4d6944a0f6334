import { feature } from './feature';

const PACKAGE = '@backstage-community/plugin-github-actions';

/**
 * The tab of workflow runs. It calls GitHub from the browser with the viewer's own account, so the portal's credentials need nothing for
 * it; each person consents to the scope `repo` when the tab is first opened.
 */
export const workflowRuns = feature({
  id: 'workflow-runs',
  title: 'Workflow runs on entity pages',
  isOn({ config }) {
    return config.getOptionalStringArray('callboard.plugins')?.includes(PACKAGE)
      ? {
          on: true,
          because: `callboard.plugins has ${PACKAGE}; it asks with the viewer's own account, so neither App nor token needs anything for it`,
        }
      : { on: false, because: `callboard.plugins has no ${PACKAGE}` };
  },
  permissions: [],
  scopes: [],
  events: [],
});
