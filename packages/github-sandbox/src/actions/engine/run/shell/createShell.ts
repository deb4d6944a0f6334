import {
  Bash,
  getCommandNames,
  type CommandName,
  type InMemoryFs,
} from 'just-bash';
import type { Clock } from '../../types';
import type { DeclaredCommand } from '../types';
import { declaredCommands } from './declaredCommands';
import { hostCommands } from './hostCommands';

/** Programs of the simulated shell that no runner has, and one that would start a thread of the host. */
const LEFT_OUT = new Set(['rg', 'xan', 'html-to-markdown', 'help', 'sqlite3']);

const MIB = 1024 * 1024;

/**
 * A simulated shell over files in memory. It reaches neither host files nor a network, and ends scripts that go on
 * for ever.
 */
export function createShell(options: {
  fs: InMemoryFs;
  clock: Clock;
  declared?: Record<string, DeclaredCommand>;
  sleep: (milliseconds: number) => Promise<void>;
}): Bash {
  const { fs, clock, declared = {}, sleep } = options;
  return new Bash({
    fs,
    sleep,
    commands: getCommandNames().filter(
      name => !LEFT_OUT.has(name),
    ) as CommandName[],
    customCommands: [...hostCommands({ clock }), ...declaredCommands(declared)],
    executionLimits: {
      maxExecutionTimeMs: 5_000,
      maxLoopIterations: 20_000,
      maxCommandCount: 100_000,
      maxOutputSize: 8 * MIB,
      maxStringLength: 16 * MIB,
      maxLiveBytes: 128 * MIB,
    },
  });
}
