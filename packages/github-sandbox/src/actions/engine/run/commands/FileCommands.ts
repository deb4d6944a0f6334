import type { JobState } from '../job/JobState';
import type { StepLog } from '../log/StepLog';
import { failStep } from '../steps/failStep';
import { parseEnvironmentFile } from './parseEnvironmentFile';

const FILES = {
  GITHUB_ENV: 'set_env',
  GITHUB_OUTPUT: 'set_output',
  GITHUB_PATH: 'add_path',
  GITHUB_STATE: 'save_state',
  GITHUB_STEP_SUMMARY: 'step_summary',
} as const;

/** GitHub cuts a summary off at one mebibyte. */
const MAXIMUM_SUMMARY = 1024 * 1024;

/**
 * The files through which a step sets variables, outputs, paths and its summary.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#environment-files
 */
export class FileCommands {
  private constructor(
    private readonly state: JobState,
    /** Variables that name the files. */
    readonly environment: Record<keyof typeof FILES, string>,
  ) {}

  static async create(state: JobState): Promise<FileCommands> {
    const environment = Object.fromEntries(
      Object.entries(FILES).map(([variable, name]) => [
        variable,
        state.temporaryPath(`_runner_file_commands/${name}_*`),
      ]),
    ) as Record<keyof typeof FILES, string>;
    for (const path of Object.values(environment)) {
      await state.fs.writeFile(path, '');
    }
    return new FileCommands(state, environment);
  }

  /** Reads the files after the step; answers false if one of them fails it. */
  async apply(options: {
    log: StepLog;
    outputs: Record<string, string>;
  }): Promise<boolean> {
    const { log, outputs } = options;
    const { state } = this;
    const env = this.readValues('env', await this.content('GITHUB_ENV'), log);
    const output = this.readValues(
      'output',
      await this.content('GITHUB_OUTPUT'),
      log,
    );
    Object.assign(outputs, output);
    for (const [name, value] of Object.entries(env ?? {})) {
      if (name.toLocaleUpperCase('en-US') === 'NODE_OPTIONS') {
        failStep({
          state,
          log,
          message: `Can't store ${name} output parameter using '$GITHUB_ENV' command.`,
        });
        return false;
      }
      state.fileEnv[name] = value;
    }
    for (const path of (await this.content('GITHUB_PATH')).split(/\r?\n/)) {
      if (path !== '') {
        state.extraPath.unshift(path);
      }
    }
    state.summary += state.masks
      .mask(await this.content('GITHUB_STEP_SUMMARY'))
      .slice(0, MAXIMUM_SUMMARY);
    return env !== undefined && output !== undefined;
  }

  private readValues(
    name: string,
    text: string,
    log: StepLog,
  ): Record<string, string> | undefined {
    const parsed = parseEnvironmentFile(text);
    if (parsed.outcome === 'values') {
      return Object.fromEntries(parsed.values);
    }
    const { state } = this;
    failStep({
      state,
      log,
      message: `Unable to process file command '${name}' successfully.`,
    });
    failStep({ state, log, message: parsed.message });
    return undefined;
  }

  private async content(name: keyof typeof FILES): Promise<string> {
    const path = this.environment[name];
    const { fs } = this.state;
    return (await fs.exists(path)) ? fs.readFile(path) : '';
  }
}
