'use strict';
const path = require('path');

/** The root of the repository. */
const root = path.resolve(__dirname, '..', '..');
/** Derived files that may be deleted at any time. */
const cacheDir = path.join(root, '.cache');

module.exports = {
  root,
  cacheDir,
  /** The Node 24 that the `node` package brings along. */
  bundledNode: path.join(root, 'node_modules', 'node', 'bin', 'node'),
  /** The bundled `callboard` command, backend included. */
  commandBundle: path.join(root, 'packages', 'cli', 'dist', 'callboard.cjs'),
};
