'use strict';
const vm = require('node:vm');
const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/**
 * The environment of tests that run in Node, for `SharedModulesRuntime`: all test files of a worker share its globals. Each leaves
 * them as it found them: what it added to the globals or to `process.env` is gone afterwards, and what it replaced is back. Matchers
 * that it added to `expect` stay.
 */
module.exports = class SharedRealmEnvironment {
  constructor({ projectConfig }) {
    this.global = globalThis;
    // Jest evaluates a line of its own in here at the end, and asks whether it is there.
    this.context = vm.createContext({});
    this.putBack = [
      rememberGlobals(),
      rememberEnvironment(),
      rememberListeners(),
      rememberProcessExit(),
    ];

    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimers = new LegacyFakeTimers({
      config: projectConfig,
      global: globalThis,
      moduleMocker: this.moduleMocker,
      timerConfig: { idToRef: id => id, refToId: timer => timer },
    });
    this.fakeTimersModern = new ModernFakeTimers({
      config: projectConfig,
      global: globalThis,
    });
  }

  async setup() {}

  async teardown() {
    this.fakeTimers.dispose();
    this.fakeTimersModern.dispose();
    this.putBack.forEach(putBack => putBack());
    this.context = null;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return this.context;
  }
};

function rememberGlobals() {
  // Loads what is behind `fetch`, whose dispatcher is a global of its own from then on.
  void globalThis.Response;
  const before = Object.getOwnPropertyDescriptors(globalThis);
  return () => {
    for (const key of Reflect.ownKeys(globalThis)) {
      const { configurable, writable } = Object.getOwnPropertyDescriptor(
        globalThis,
        key,
      );
      if (!Object.hasOwn(before, key)) {
        if (configurable) delete globalThis[key];
      } else if (configurable) {
        Object.defineProperty(globalThis, key, before[key]);
      } else if (writable) {
        globalThis[key] = before[key].value;
      }
    }
  };
}

function rememberEnvironment() {
  const before = { ...process.env };
  return () => {
    for (const key of Object.keys(process.env)) {
      if (!Object.hasOwn(before, key)) delete process.env[key];
    }
    Object.assign(process.env, before);
  };
}

/** Those by which installed modules end what they started, when the process ends, stay: they are registered once. */
function rememberListeners() {
  const names = ['uncaughtException', 'unhandledRejection', 'warning'];
  const before = new Set(names.flatMap(name => process.rawListeners(name)));
  return () => {
    for (const name of names) {
      for (const listener of process.rawListeners(name)) {
        if (!before.has(listener)) process.removeListener(name, listener);
      }
    }
  };
}

/** Jest replaces it by one that says where it was called from. */
function rememberProcessExit() {
  const { exit } = process;
  return () => {
    process.exit = exit;
  };
}
