import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { catchUp, setStepPause } from './actions';
import { checkGit } from './git';
import { keepAside } from './persistence/keepAside';
import { createSaver } from './persistence/createSaver';
import { readState } from './persistence/readState';
import { restoreState } from './persistence/restoreState';
import { connectPortal } from './portal/connectPortal';
import type { PortalCredentials } from './portal/PortalCredentials';
import { applySeed, readSeed, type Seed, type SeedProblem } from './seed';
import { type RunningSandbox, startSandbox } from './startSandbox';

/** A portal starts at the same time, and should have the processor. What is asked for earlier is made when it is asked for. */
const CATCH_UP_AFTER_MS = 10_000;

export type OpenedSandbox =
  | {
      outcome: 'opened';
      running: RunningSandbox;
      /** Whether it was there before, or has been filled from the seed now. */
      origin: 'kept' | 'seeded';
      /** A state that could not be read: why, and the folder where it is now. */
      discarded?: { cause: string; keptIn: string };
      /** The login of the organisation that the seed makes. */
      organisation: string;
    }
  | { outcome: 'seedProblems'; problems: SeedProblem[] }
  /** What the directory keeps has begun with a seed of another organisation than this. */
  | { outcome: 'otherSeed'; organisation: string }
  | { outcome: 'portInUse'; port: number }
  | { outcome: 'noGit'; message: string };

/**
 * Starts a sandbox that keeps what happens in it: state and repositories are in `directory`, which a seed fills when it is empty.
 * A directory that another version has written is filled anew; what was in it is kept in a folder beside it, and the outcome says so. What
 * an interrupted start has left, repositories without a state, is removed.
 */
export async function openSandbox(options: {
  port: number;
  directory: string;
  /** The seed's folder. */
  seed: string;
  latencyMs?: number;
  /** How long a step of a new workflow run is seen to run at least, in milliseconds. @defaultValue 0 */
  stepPauseMs?: number;
  portal?: { url: string; credentials: PortalCredentials };
  /** The bearer of `/_sandbox`, the control API; without it that answers nobody. */
  controlToken?: string;
  onError: (error: unknown) => void;
}): Promise<OpenedSandbox> {
  const { port, directory, portal, latencyMs, controlToken, onError } = options;
  const git = await checkGit();
  if (git.outcome !== 'ok') {
    return { outcome: 'noGit', message: git.message };
  }
  const isFolder = await fs.stat(options.seed).then(
    found => found.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    return { outcome: 'seedProblems', problems: [noSeed(options.seed)] };
  }
  const read = await readSeed({ folder: options.seed });
  if (read.outcome === 'invalid') {
    return { outcome: 'seedProblems', problems: read.problems };
  }
  const { seed } = read;

  await fs.mkdir(directory, { recursive: true, mode: 0o700 });
  const file = path.join(directory, 'state.json');
  const repositories = path.join(directory, 'repositories');
  const state = await readState({ file });
  if (
    state.outcome === 'read' &&
    !state.saved.tables.organisations.some(row => isOf({ row, seed }))
  ) {
    return { outcome: 'otherSeed', organisation: seed.organisation.login };
  }

  let running: RunningSandbox;
  const saver = createSaver({ sandbox: () => running.sandbox, file, onError });
  // Until every repository of the seed is on disk, a state on disk would name repositories that a restart could not find.
  let complete = state.outcome === 'read';
  let keptIn: string | undefined;
  try {
    running = await startSandbox({
      port,
      directory: repositories,
      latencyMs,
      controlToken,
      onError,
      onChange: () => complete && saver.changed(),
      async prepare(sandbox) {
        setStepPause({ sandbox, ms: options.stepPauseMs ?? 0 });
        if (state.outcome === 'read') {
          restoreState({ sandbox, saved: state.saved });
        } else {
          if (state.outcome === 'unusable') {
            keptIn = await keepAside({
              directory,
              names: ['state.json', 'repositories'],
            });
          }
          await fs.rm(repositories, { recursive: true, force: true });
          await fs.mkdir(repositories);
          await applySeed({ sandbox, seed });
        }
        const organisation = sandbox.state.organisations.first(
          'login',
          seed.organisation.login.toLowerCase(),
        )!;
        if (portal) {
          connectPortal({
            sandbox,
            organisation,
            credentials: portal.credentials,
            portalUrl: portal.url,
          });
        }
      },
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      return { outcome: 'portInUse', port };
    }
    throw error;
  }

  const { sandbox } = running;
  const stopping = new AbortController();
  const writing = writeAll(running, onError).then(() => {
    complete = true;
    saver.changed();
  });
  const catchingUp = writing
    .then(() => pause({ ms: CATCH_UP_AFTER_MS, signal: stopping.signal }))
    .then(() => catchUp({ sandbox, signal: stopping.signal }))
    .then(saver.changed);
  catchingUp.catch(onError);
  return {
    outcome: 'opened',
    origin: state.outcome === 'read' ? 'kept' : 'seeded',
    ...(state.outcome === 'unusable' &&
      keptIn && { discarded: { cause: state.cause, keptIn } }),
    organisation: seed.organisation.login,
    running: {
      ...running,
      async stop() {
        stopping.abort();
        // Whoever ends this process may not wait for what comes after.
        sandbox.changed();
        await saver.finish();
        await catchingUp.catch(() => undefined);
        await running.stop();
        sandbox.changed();
        await saver.finish();
      },
    },
  };
}

function noSeed(folder: string): SeedProblem {
  return {
    file: folder,
    line: 1,
    key: '',
    message: 'the folder of the seed is not there, or is no folder',
    remedy: 'name a folder with repositories, as docs/github-sandbox.md says',
  };
}

function isOf(options: { row: unknown; seed: Seed }): boolean {
  const { login } = options.row as { login: string };
  return login.toLowerCase() === options.seed.organisation.login.toLowerCase();
}

/** Waits, or until the signal. */
function pause(options: { ms: number; signal: AbortSignal }) {
  const { ms, signal } = options;
  return setTimeout(ms, undefined, { signal, ref: false }).catch(
    () => undefined,
  );
}

/** Makes every repository on disk, one after the other, so that requests come in between. One that cannot be written keeps none from it. */
async function writeAll(
  { sandbox }: RunningSandbox,
  onError: (error: unknown) => void,
) {
  for (const repository of sandbox.state.repositories.all()) {
    for (const id of [`${repository.id}`, `${repository.id}.wiki`]) {
      if (!sandbox.git.has({ id })) continue;
      await sandbox.git.open({ id }).catch(onError);
    }
  }
}
