'use strict';
const backstageConfig = require('@backstage/cli/config/jest');

/**
 * The configuration of Jest for `npm test`: that of `backstage-cli`, except that tests which run in Node share the installed
 * modules of their worker (docs/adr/0018-tests-share-installed-modules.md). Tests that run in jsdom are as they were.
 */
module.exports = Promise.resolve(backstageConfig).then(
  ({ projects, ...config }) => ({
    ...config,
    projects: projects.map(project =>
      project.testEnvironment === require.resolve('jest-environment-node')
        ? {
            ...project,
            testEnvironment: require.resolve('./SharedRealmEnvironment.js'),
            runtime: require.resolve('./SharedModulesRuntime.js'),
          }
        : project,
    ),
  }),
);
