// Loaded before stock's own bundle: adds the module for sign-in with GitHub, which the scaffolded app depends on but does not list.
'use strict';
const defaults = require('@backstage/backend-defaults');

const { createBackend } = defaults;
defaults.createBackend = options => {
  const backend = createBackend(options);
  // eslint-disable-next-line @backstage/no-undeclared-imports -- a dependency of bench/stock
  backend.add(import('@backstage/plugin-auth-backend-module-github-provider'));
  return backend;
};
