import azureDevOps from '@backstage-community/plugin-azure-devops/alpha';

export default azureDevOps.withOverrides({
  extensions: [
    // Without the name of a project, which it has no key for, the dashboard of pull requests is an error.
    azureDevOps.getExtension('page:azure-devops').override({ disabled: true }),
    azureDevOps
      .getExtension('entity-content:azure-devops/git-tags')
      .override({ params: { title: 'Tags' } }),
    azureDevOps
      .getExtension('entity-content:azure-devops/pull-requests')
      .override({ params: { title: 'Pull requests' } }),
    // A long text that would push everything else out of the overview.
    azureDevOps
      .getExtension('entity-card:azure-devops/readme')
      .override({ disabled: true }),
  ],
});
