'use strict';
const vm = require('node:vm');
const { default: JestRuntime } = require('jest-runtime');

const EVALUATED_PER_FILE = [
  // They import JSON without saying so, which bundlers and Jest accept and Node does not.
  '@actions',
  // Registers with `afterAll`, while it is evaluated, that its backends and folders are cleaned up.
  '@backstage/backend-test-utils',
];

const installed = new RegExp(
  `/node_modules/(?!(?:${EVALUATED_PER_FILE.join('|')})/)`,
);

/**
 * Jest's module loader, which evaluates the workspace's own files once per test file, as ever, but has Node load what is
 * installed: once per worker, and not transformed. Needs `SharedRealmEnvironment`.
 *
 * A module that is mocked is mocked for the workspace's files only, not for the modules in node_modules.
 */
module.exports = class SharedModulesRuntime extends JestRuntime {
  /** Node's own `require` loads ES modules too, so what is installed can be required whatever it is. */
  unstable_shouldLoadAsEsm(file, ...rest) {
    return (
      !installed.test(file) && super.unstable_shouldLoadAsEsm(file, ...rest)
    );
  }

  // Jest has no public place to load a module in another way, so its version is pinned.
  _loadModule(module, from, moduleName, modulePath, options, registry) {
    if (options?.isInternalModule || !installed.test(modulePath)) {
      super._loadModule(
        module,
        from,
        moduleName,
        modulePath,
        options,
        registry,
      );
      return;
    }
    module.exports = require(modulePath);
    module.loaded = true;
  }

  /** Compiles in this worker's own realm, where the installed modules are, so that an `Error` of one is an `Error` to all. */
  createScriptFromCode(code, filename) {
    if (this._environment.getVmContext() === null) return null;
    return vm.compileFunction(code, this.constructInjectedModuleParameters(), {
      filename,
      importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
  }

  /** Test utilities make their mocks with `jest`, which Jest gives to modules that it loads itself. */
  setGlobalsForRuntime(globals) {
    super.setGlobalsForRuntime(globals);
    this._environment.global.jest = this._createJestObjectFor(this._testPath);
  }
};
