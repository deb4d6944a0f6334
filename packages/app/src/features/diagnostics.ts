import devtools from '@backstage/plugin-devtools/alpha';

/**
 * The stock information tab asks the backend for the versions in a yarn.lock, and fails where another package manager
 * wrote the lockfile.
 */
export const diagnostics = devtools.withOverrides({
  extensions: [
    devtools
      .getExtension('sub-page:devtools/info')
      .override({ disabled: true }),
  ],
});
