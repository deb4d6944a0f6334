// A build step of its own process, so that the bootstrap itself needs no dependency.
import { createRequire } from 'node:module';
import { bundleOptions } from './bundleOptions.mjs';

const require = createRequire(import.meta.url);
const { build } = require('esbuild');

await build(bundleOptions);
