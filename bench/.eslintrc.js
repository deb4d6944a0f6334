module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // Packages of their own.
  ignorePatterns: ['stock/**'],
});
