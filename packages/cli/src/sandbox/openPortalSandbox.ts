import fs from 'node:fs/promises';
import path from 'node:path';
import { openSandbox, type RunningSandbox } from '@callboard/github-sandbox';
import { takeExclusiveLock } from '../dataDirectory/portalLock';
import { ProblemsError } from '../problems/ProblemsError';
import type { SandboxAccess } from './SandboxAccess';
import { sandboxDirectory } from './readSandboxAccess';
import { sandboxInUse } from './sandboxInUse';
import { sandboxPortTaken } from './sandboxPortTaken';
import { seedProblem } from './seedProblem';

/** So that people see a build run, whose commands take no time here. */
const STEP_PAUSE_MS = 700;

/** Opens the sandbox in a data directory. Throws a `ProblemsError` where it cannot start. */
export async function openPortalSandbox(options: {
  data: string;
  port: number;
  seed: string;
  latencyMs?: number;
  reset?: boolean;
  portalUrl: string;
  access: SandboxAccess;
  onError: (error: unknown) => void;
}): Promise<{
  running: RunningSandbox;
  origin: 'kept' | 'seeded';
  organisation: string;
  discarded?: { cause: string; keptIn: string };
}> {
  const { data, port, seed, latencyMs, reset, portalUrl, access, onError } =
    options;
  const lock = takeExclusiveLock({ directory: sandboxDirectory(data) });
  if (!lock) {
    throw new ProblemsError([sandboxInUse(sandboxDirectory(data))]);
  }
  const directory = path.join(sandboxDirectory(data), 'state');
  if (reset) await fs.rm(directory, { recursive: true, force: true });

  const opened = await openSandbox({
    port,
    directory,
    seed,
    latencyMs,
    stepPauseMs: STEP_PAUSE_MS,
    portal: { url: portalUrl, credentials: access.credentials },
    controlToken: access.controlToken,
    onError,
  });
  switch (opened.outcome) {
    case 'opened':
      return opened;
    case 'seedProblems':
      throw new ProblemsError(opened.problems.map(seedProblem));
    case 'otherSeed':
      throw new ProblemsError([
        {
          code: 'sandbox-seed',
          problem: `the data directory keeps a sandbox of another organisation than ${opened.organisation}`,
          where: directory,
          remedy:
            'add --reset to begin with this seed, or choose another directory with --data',
        },
      ]);
    case 'portInUse':
      throw new ProblemsError([sandboxPortTaken(port)]);
    default:
      throw new ProblemsError([
        {
          code: 'git',
          problem: 'the GitHub sandbox needs git',
          cause: opened.message,
          remedy:
            'install git 2.38 or newer, or name presets of your own instead of the trial (bin/callboard presets list)',
        },
      ]);
  }
}
