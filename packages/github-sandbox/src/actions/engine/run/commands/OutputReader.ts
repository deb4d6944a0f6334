import type { JobState } from '../job/JobState';
import type { StepLog } from '../log/StepLog';
import type { Annotation } from '../types';
import {
  parseWorkflowCommand,
  type WorkflowCommand,
} from './parseWorkflowCommand';

/** GitHub keeps this many annotations of each level for a step. */
const MAXIMUM_ANNOTATIONS = 10;

const LEVELS = {
  error: 'failure',
  warning: 'warning',
  notice: 'notice',
} as const;

/** Writes the output of a step to its log, and does what workflow commands in it say. */
export class OutputReader {
  /** A command failed: the step fails. */
  failed = false;
  private echo = false;
  private stopped?: string;
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly options: {
      state: JobState;
      log: StepLog;
      outputs: Record<string, string>;
    },
  ) {}

  read(output: string): void {
    const text = output.replace(/\r?\n$/, '');
    if (text === '') {
      return;
    }
    for (const line of text.split(/\r?\n/)) {
      this.readLine(line);
    }
  }

  private readLine(line: string): void {
    const { log } = this.options;
    const command = parseWorkflowCommand(line);
    if (this.stopped !== undefined) {
      if (command?.name === this.stopped.toLocaleLowerCase('en-US')) {
        this.stopped = undefined;
      }
      log.write(line);
      return;
    }
    if (!command || !this.execute(command)) {
      log.write(line);
    } else if (this.echo && command.name !== 'echo') {
      log.write(line);
    }
  }

  /** Answers false if there is no such command: then the line is only output. */
  private execute(command: WorkflowCommand): boolean {
    const { state, log, outputs } = this.options;
    const { name, properties, value } = command;
    switch (name) {
      case 'error':
      case 'warning':
      case 'notice':
        log.write(`##[${name}]${value}`);
        this.annotate(LEVELS[name], command);
        return true;
      case 'group':
      case 'endgroup':
      case 'debug':
        if (name !== 'debug') {
          log.write(`##[${name}]${value}`);
        }
        return true;
      case 'add-mask':
        state.masks.add(value);
        log.write('::add-mask::***');
        return true;
      case 'set-output':
        outputs[properties.name ?? ''] = value;
        this.deprecated('set-output');
        return true;
      case 'save-state':
        this.deprecated('save-state');
        return true;
      case 'set-env':
      case 'add-path':
        this.disabled(name, command);
        return true;
      case 'stop-commands':
        this.stopped = value;
        return true;
      case 'echo':
        this.echo = value.toLocaleLowerCase('en-US') === 'on';
        return true;
      case 'add-matcher':
      case 'remove-matcher':
        return true;
      default:
        return false;
    }
  }

  private annotate(level: Annotation['level'], command: WorkflowCommand): void {
    const { state } = this.options;
    const count = this.counts.get(level) ?? 0;
    if (count >= MAXIMUM_ANNOTATIONS) {
      return;
    }
    this.counts.set(level, count + 1);
    const { file, line, endLine, col, endColumn, title } = command.properties;
    const startLine = Number(line) || 1;
    state.annotations.push({
      level,
      message: state.masks.mask(command.value),
      ...(title && { title: state.masks.mask(title) }),
      path: file || '.github',
      startLine,
      endLine: Number(endLine) || startLine,
      ...(Number(col) > 0 && { startColumn: Number(col) }),
      ...(Number(col) > 0 && { endColumn: Number(endColumn) || Number(col) }),
    });
  }

  private deprecated(name: string): void {
    const value = `The \`${name}\` command is deprecated and will be disabled soon. Please upgrade to using Environment Files. For more information see: https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/`;
    this.options.log.write(`##[warning]${value}`);
    this.annotate('warning', { name: 'warning', properties: {}, value });
  }

  private disabled(name: string, command: WorkflowCommand): void {
    const { log } = this.options;
    const value = `Unable to process command '::${name}::${command.value}' successfully.`;
    log.error(value);
    log.error(
      `The \`${name}\` command is disabled. Please upgrade to using Environment Files or opt into unsecure command execution by setting the \`ACTIONS_ALLOW_UNSECURE_COMMANDS\` environment variable to \`true\`. For more information see: https://github.blog/changelog/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/`,
    );
    this.annotate('failure', { name: 'error', properties: {}, value });
    this.failed = true;
  }
}
