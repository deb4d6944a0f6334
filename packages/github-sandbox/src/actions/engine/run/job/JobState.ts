import { InMemoryFs, type Bash } from 'just-bash';
import type { FoundDefinition } from '../../schedule/findDefinition';
import { TEMP, workspaceOf } from '../files/workspacePaths';
import { SecretMasks } from '../log/SecretMasks';
import type { StepLog } from '../log/StepLog';
import { createShell } from '../shell/createShell';
import type { Annotation, Artifact, RunJobOptions } from '../types';

/** Taken before a shell guards the global one. */
const immediately = setImmediate;

/** What the files of a job may take. */
const MAXIMUM_DISK_BYTES = 512 * 1024 * 1024;

/** What an action does after the steps of the job: `Post Run actions/cache@v4`. */
export interface CleanupStep {
  name: string;
  /** Leaves the step out if it answers false. */
  condition?: () => boolean;
  run(log: StepLog): Promise<void>;
}

/** What the steps of one running job share. */
export class JobState {
  readonly fs = new InMemoryFs({}, { maxTotalBytes: MAXIMUM_DISK_BYTES });
  readonly shell: Bash;
  readonly masks: SecretMasks;
  readonly workspace: string;
  readonly repository: string;

  status: 'success' | 'failure' | 'cancelled' = 'success';
  /** `env` of the workflow and the job. */
  baseEnv: Record<string, string> = {};
  /** What steps wrote to `GITHUB_ENV`. */
  readonly fileEnv: Record<string, string> = {};
  /** What steps wrote to `GITHUB_PATH`, the last first. */
  readonly extraPath: string[] = [];
  readonly annotations: Annotation[] = [];
  readonly artifacts: Artifact[] = [];
  readonly cleanups: CleanupStep[] = [];
  summary = '';
  /** How long scripts have slept, in milliseconds: the only time that passes for `timeout-minutes`. */
  slept = 0;
  /** Told of every sleep, so that it can end a step that sleeps too long. */
  onSleep?: () => void;
  private files = 0;

  constructor(
    readonly options: RunJobOptions,
    readonly found: FoundDefinition,
    /** Of the workflow that holds the job. */
    readonly secrets: Record<string, string>,
  ) {
    const { github } = options.contexts;
    this.repository = String(github.repository ?? 'owner/repository');
    this.workspace = workspaceOf(this.repository);
    this.masks = new SecretMasks([
      ...Object.values(options.contexts.secrets ?? {}),
      ...Object.values(secrets),
      ...(typeof github.token === 'string' ? [github.token] : []),
    ]);
    this.shell = createShell({
      fs: this.fs,
      clock: options.clock,
      declared: options.declared?.commands,
      sleep: milliseconds => this.sleep(milliseconds),
    });
  }

  /** A new path for a file of the runner's own. */
  temporaryPath(name: string): string {
    this.files += 1;
    return `${TEMP}/${name.replace('*', String(this.files).padStart(4, '0'))}`;
  }

  private async sleep(milliseconds: number): Promise<void> {
    this.slept += milliseconds;
    this.onSleep?.();
    await this.options.sleep?.(milliseconds);
    // Lets an abort through: nothing else in a script gives way to the event loop.
    await new Promise<void>(resolve => {
      immediately(resolve);
    });
  }
}
