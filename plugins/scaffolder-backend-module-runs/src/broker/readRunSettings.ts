import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

/** How runs are kept. Times in milliseconds. */
export interface RunSettings {
  /** `scaffolder.taskRecovery.enabled`: a run goes on in another process, or after a restart. */
  recovers: boolean;
  /** After this long without a heartbeat another process takes a run over. */
  staleMs: number;
  /** After this long without a heartbeat a run is ended, where nobody takes it over. */
  taskTimeoutMs: number;
  janitorFrequency: HumanDuration;
  /** How long state and files of an ended run are kept for a retry. */
  keepFailedMs: number;
  heartMs: number;
  /** How often the database is asked for runs that wait. */
  pollMs: number;
}

const RECOVERY = 'scaffolder.taskRecovery';
const LONGEST_BEAT_MS = 2_000;

/** Reads stock's keys, and `callboard.templates`. @throws InputError for a workspace provider that runs would not be given to. */
export function readRunSettings(options: {
  config: RootConfigService;
}): RunSettings {
  const { config } = options;
  const provider = config.getOptionalString(`${RECOVERY}.workspaceProvider`);
  if (provider !== undefined && provider !== 'database') {
    throw new InputError(
      `${RECOVERY}.workspaceProvider is '${provider}', but the files of runs are kept in the database, encrypted. Remove the key, or set it to 'database'.`,
    );
  }
  const duration = (key: string, otherwise: HumanDuration) =>
    config.has(key) ? readDurationFromConfig(config, { key }) : otherwise;
  const stale = config.has(`${RECOVERY}.staleTimeout`)
    ? `${RECOVERY}.staleTimeout`
    : 'scaffolder.EXPERIMENTAL_recoverTasksTimeout';
  const staleMs = durationToMilliseconds(duration(stale, { seconds: 30 }));
  return {
    recovers:
      config.getOptionalBoolean(`${RECOVERY}.enabled`) ??
      config.getOptionalBoolean('scaffolder.EXPERIMENTAL_recoverTasks') ??
      false,
    staleMs,
    taskTimeoutMs: durationToMilliseconds(
      duration('scaffolder.taskTimeout', { hours: 24 }),
    ),
    janitorFrequency: duration('scaffolder.taskTimeoutJanitorFrequency', {
      minutes: 5,
    }),
    keepFailedMs: durationToMilliseconds(
      duration('callboard.templates.keepFailed', { days: 7 }),
    ),
    heartMs: Math.min(LONGEST_BEAT_MS, staleMs / 10),
    pollMs: LONGEST_BEAT_MS,
  };
}
