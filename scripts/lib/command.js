// The built `callboard` command for a process that another one has started: nothing is checked or built again.
'use strict';
const path = require('path');
const { commandBundle, cacheDir } = require('./paths.js');

require('module').enableCompileCache(path.join(cacheDir, 'v8'));
require(commandBundle).main(process.argv.slice(2));
