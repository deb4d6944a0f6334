import fs from 'node:fs/promises';
import { mockServices } from '@backstage/backend-test-utils';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';

export interface RunningStepOptions {
  action: TemplateAction<any, any, any>;
  workspacePath: string;
  input: Record<string, unknown>;
  secrets?: Record<string, string>;
  isDryRun?: boolean;
}

/** Thrown in the place of the end of a process. */
export class Killed extends Error {}

/**
 * A step as Backstage's runner runs it, with checkpoints that survive. `attempt` runs it once, and may be killed at a checkpoint: before it is
 * begun, or after what it does was done and before that was kept.
 */
export function createRunningStep(options: RunningStepOptions) {
  const { action, workspacePath, input, secrets = {}, isDryRun } = options;
  const kept = new Map<string, unknown>();
  const outputs: Record<string, unknown> = {};
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const logger = Object.assign(mockServices.logger.mock(), {
    info: say,
    warn: (line: string) => say(`warn: ${line}`),
  });

  return {
    kept,
    workspacePath,
    outputs,
    /** Of the log, warnings as `warn: ...`. */
    lines,
    async attempt(killAt?: { key: string; when: 'before' | 'after' }) {
      let isDead = false;
      // As the runner does: the state is read when the step begins.
      const before = new Map(kept);
      const die = () => {
        isDead = true;
        throw new Killed(JSON.stringify(killAt));
      };
      await action.handler({
        input: structuredClone(input),
        secrets,
        workspacePath,
        logger,
        isDryRun,
        step: { id: 'step', name: 'Step' },
        task: { id: 'task' },
        async checkpoint({ key, fn }: any) {
          if (isDead) die();
          if (before.has(key)) return structuredClone(before.get(key));
          if (killAt && killAt.key === key && killAt.when === 'before') die();
          const value = await fn();
          if (isDead || (killAt && killAt.key === key)) die();
          kept.set(key, structuredClone(value ?? {}));
          return value;
        },
        createTemporaryDirectory: () => fs.mkdtemp(`${workspacePath}_step-`),
        output: (name: string, value: unknown) => {
          outputs[name] = value;
        },
        getInitiatorCredentials: async () => ({}),
      } as any);
    },
  };
}
