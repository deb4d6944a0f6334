import type { Environment } from '../readEnvironment';
import type { PortalConfig } from '../loadPortalConfig';
import { createFileWatch } from './createFileWatch';
import type { Findings } from './createFindings';

const EVERY_MS = 2000;
/** Somebody may be in the middle of writing the file. */
const SETTLED_MS = 250;

/** What was read: where from, and what came of it. */
export interface ReadConfiguration {
  environment: Environment;
  portal: PortalConfig;
}

/**
 * Reads the configuration again whenever a file behind a `NAME_FILE` variable or the file of stored credentials changes. What a start would
 * refuse is not published: the portal goes on with what it has, and says so in its log and its findings until the file is mended.
 *
 * Returns how to look at once, and how to stop.
 */
export function followConfiguration(options: {
  read: ReadConfiguration;
  readAgain: () => Promise<ReadConfiguration>;
  publish: (portal: PortalConfig) => void;
  findings: Findings;
  /** Resolves after so many milliseconds. */
  wait?: (ms: number) => Promise<void>;
}): { look(): Promise<void>; stop(): void } {
  const { readAgain, publish, findings, wait = sleep } = options;
  let files = filesOf(options.read);
  const watch = createFileWatch({ files: () => files });
  let busy = false;
  let isRefused = false;

  async function readAndPublish() {
    const { environment, portal } = await readAgain();
    // One that could not be read is not forgotten: it may come back.
    files = [...new Set([...files, ...filesOf({ environment, portal })])];
    if (portal.problems.length === 0) {
      publish(portal);
      findings.setProblems([]);
      findings.setWarnings(portal.warnings);
      findings.report({
        level: 'info',
        message: isRefused
          ? 'The configuration is in order again, and in use.'
          : 'A file with a secret has changed; what it holds now is in use.',
      });
      isRefused = false;
      return;
    }
    isRefused = true;
    findings.setProblems(portal.problems);
    const told = portal.problems.map(({ problem, where }) =>
      where ? `${problem} (${where})` : problem,
    );
    findings.report({
      level: 'warn',
      message: `A file with a secret has changed, but the configuration cannot be used with it; the portal goes on with what it had. ${told.join(
        '; ',
      )}.`,
    });
  }

  async function look() {
    if (busy || !watch.changed()) {
      return;
    }
    busy = true;
    try {
      do await wait(SETTLED_MS);
      while (watch.changed());
      await readAndPublish();
    } catch (error) {
      findings.report({
        level: 'warn',
        message: `The configuration could not be read again: ${
          (error as Error).message
        }`,
      });
    } finally {
      busy = false;
    }
  }

  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
}

function filesOf({ environment, portal }: ReadConfiguration): string[] {
  const { file } = portal.stored;
  return [...environment.variables.files, ...(file ? [file] : [])];
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, ms).unref();
  });
}
