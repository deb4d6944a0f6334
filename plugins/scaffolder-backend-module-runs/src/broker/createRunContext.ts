import type {
  TaskContext,
  TaskSecrets,
} from '@backstage/plugin-scaffolder-node';
import type { TaskSpec } from '@backstage/plugin-scaffolder-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { Mask } from '../mask/createMask';
import { isObject } from '../secrets/isObject';
import { addEvents } from '../store/addEvents';
import type { ClaimedRun } from '../store/claimRun';
import { saveState } from '../store/saveState';
import { toIso } from '../store/sqlTime';
import { createWorkspaceKeeper } from '../workspace/createWorkspaceKeeper';
import { refuseLinks } from '../workspace/refuseLinks';
import { createBegin } from './createBegin';
import { createEventWriter } from './createEventWriter';
import type { Fence } from './createFence';
import { enterRun } from './currentRun';
import { failureBody } from './failureBody';
import type { Residue } from './createResidue';
import { finishRun } from './finishRun';
import { type RunState, sealState } from './RunSecrets';
import type { RunServices } from './RunServices';

/** More of a line of the log is cut off. */
const LONGEST_LINE = 65_536;

/** What stock's worker gets of a claimed run, and what the broker does with it besides. */
export interface RunContext extends TaskContext {
  taskId: string;
  /** Somebody has cancelled the run. */
  cancel(): void;
  /** The process is about to end: lets the step finish, then stops the runner. Resolves when the run has ended or was given back. */
  stop(options: { graceMs: number }): Promise<void>;
}

/** A claimed run, opened. */
export interface OpenedRun {
  claimed: ClaimedRun;
  /** With the values of secret parameters. */
  spec: TaskSpec;
  secrets?: TaskSecrets;
  state?: RunState;
  mask: Mask;
  residue: Residue;
}

/** An attempt at a run. Whatever it writes carries its claim, is masked where people read it, and sealed where they do not. */
export function createRunContext(
  options: OpenedRun & {
    services: RunServices;
    fence: Fence;
    /** The name of the folder of its files. */
    workspaceName: string;
    /** The log has grown. */
    onEvents: () => void;
    /** The attempt is over, in whatever way. */
    onOver: () => void;
  },
): RunContext {
  const { claimed, spec, secrets, mask, residue, services, fence } = options;
  const { knex, sealer, settings, logger, auth } = services;
  const { row, claim } = claimed;
  const taskId = row.id;
  const state: RunState = structuredClone(options.state ?? {});
  const holder = { knex, taskId, claim };
  let failure: JsonObject | undefined;
  let noted: unknown;
  let isStepFailed = false;
  let isDone = false;
  let stepEnded = () => {};
  let over = () => {};
  const settled = new Promise<void>(resolve => (over = resolve));
  let stopping: 'no' | 'after the step' | 'now' = 'no';

  const writer = createEventWriter({
    taskId,
    logger,
    isOver: fence.isOver,
    async write(bodies) {
      await fence.write(() => addEvents({ ...holder, bodies }));
      options.onEvents();
    },
  });
  const keeper = createWorkspaceKeeper({ ...holder, sealer, fence });
  let lastSave: Promise<void> = Promise.resolve();
  const save = (isProgress: boolean) => {
    residue.addFrom(state);
    const write = () => {
      const sealed = { sealer, taskId, state, residue: residue.values() };
      return saveState({ ...holder, isProgress, state: sealState(sealed) });
    };
    // One after the other, or an older state might be written over a newer one.
    const saved = lastSave.then(() => fence.write(write));
    lastSave = saved.catch(() => {});
    return saved;
  };
  const stopNow = () => {
    stopping = 'now';
    fence.abort('The portal is stopping; the run goes on afterwards');
  };
  const tell = (body: { message: string } & JsonObject) => {
    const { stepId, status, ...rest } = body;
    const { message, ...masked } = mask.deep(rest);
    return writer.add({
      message: cut(String(message)),
      ...masked,
      // Names of the template's, by which pages find the step.
      ...(stepId !== undefined && { stepId }),
      ...(status !== undefined && { status }),
    });
  };
  const run = {
    taskId,
    createdAt: toIso(row.created_at),
    assertMine: fence.assertMine,
    begin: createBegin({ state, save: () => save(false), fence }),
    tell,
    noteFailure: (error: unknown) => {
      noted = error;
    },
  };

  return {
    taskId,
    spec,
    secrets,
    createdBy: row.created_by ?? undefined,
    cancelSignal: fence.signal,
    cancel: fence.cancel,
    get done() {
      return isDone;
    },
    async getWorkspaceName() {
      // The first that stock's runner asks for, in the chain of calls in which it then executes the steps.
      enterRun(run);
      return options.workspaceName;
    },
    async emitLog(message, metadata) {
      const { stepId, status } = metadata ?? {};
      if (status === 'processing') {
        isStepFailed = false;
        noted = undefined;
      }
      if (status === 'failed') isStepFailed = true;
      // The runner is being stopped: what it says of that is no news of the run.
      if (stopping === 'now') return;
      if (status !== 'failed') {
        await tell({ ...metadata, message });
        return;
      }
      const body = failureBody({
        message: mask.text(message),
        error: noted,
        stepId: typeof stepId === 'string' ? stepId : undefined,
        action: spec.steps.find(step => step.id === stepId)?.action,
        isCancelled: fence.isCancelled(),
      });
      noted = undefined;
      logger.debug(
        `Step ${stepId} of run ${taskId} failed: ${mask.text(message)}`,
      );
      const written = { ...metadata, ...asJson(body) };
      failure ??= mask.deep(asJson(body));
      await tell(written as { message: string } & JsonObject);
    },
    async getTaskState() {
      return { state: structuredClone(state) };
    },
    async updateCheckpoint({ key, ...value }) {
      part(state, 'checkpoints')[key] = value as JsonObject;
      await save(false);
    },
    async updateStepState({ stepId, status, output }) {
      part(state, 'steps')[stepId] = { status, output: output as JsonValue };
      await save(true);
      stepEnded();
    },
    async serializeWorkspace({ path }) {
      // What a failed step leaves half done is not where a retry begins.
      if (fence.isOver() || isStepFailed) return;
      if (!settings.recovers) {
        await refuseLinks({ path });
        return;
      }
      const isNew = await keeper.save(path);
      if (isNew && (await residue.addFromFiles(path))) await save(false);
    },
    async rehydrateWorkspace({ targetPath }) {
      enterRun(run);
      if (settings.recovers) await keeper.restore(targetPath);
    },
    async cleanWorkspace() {
      // The end of the run removes the files in its own transaction.
    },
    async complete(result, metadata) {
      if (isDone) return;
      // An expression of the output that goes beyond its limits throws here, while the run can still be ended.
      const told = mask.deep(asJson(metadata ?? {}));
      isDone = true;
      try {
        await writer.flush();
        await finishRun({
          services,
          fence,
          holder,
          row,
          result,
          metadata: told,
          failure,
          state: mask.deep(state),
          isStopping: stopping === 'now',
        });
      } finally {
        fence.close();
        enterRun(undefined);
        options.onEvents();
        options.onOver();
        over();
      }
    },
    async getInitiatorCredentials() {
      const initiator = secrets?.__initiatorCredentials;
      if (initiator) return JSON.parse(initiator);
      if (!auth) {
        throw new Error(
          `Run ${taskId} has no credentials of whoever started it, and no auth service to make others`,
        );
      }
      return auth.getNoneCredentials();
    },
    async stop({ graceMs }) {
      if (isDone) return;
      stopping = 'after the step';
      const ended = new Promise<void>(resolve => (stepEnded = resolve));
      await within(graceMs / 2, Promise.race([ended, settled]));
      if (isDone) return;
      stopNow();
      await within(graceMs / 2, settled);
      if (!isDone) await this.complete('failed');
    },
  };
}

function part(state: RunState, name: 'checkpoints' | 'steps'): JsonObject {
  if (!isObject(state[name])) state[name] = {};
  return state[name] as JsonObject;
}

function cut(text: string) {
  return text.length > LONGEST_LINE
    ? `${text.slice(0, LONGEST_LINE)} … (${text.length} characters)`
    : text;
}

function asJson(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}

/** Waits for something, but not longer than `ms`. */
async function within(ms: number, promise: Promise<unknown>) {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise(resolve => (timer = setTimeout(resolve, ms)));
  await Promise.race([promise, timeout]);
  clearTimeout(timer);
}
