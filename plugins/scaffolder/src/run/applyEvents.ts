import type { LogEvent } from '@backstage/plugin-scaffolder-common';
import type {
  RunCause,
  RunCredential,
} from '@callboard/plugin-scaffolder-common';
import { readLines } from './readLines';
import type { RunState, StepState, StepStatus } from './RunState';

/** What is kept of the log of one step; the oldest lines go first. */
const MAX_LINES = 20_000;

const STATUSES: Partial<Record<string, StepStatus>> = {
  open: 'waiting',
  processing: 'running',
  completed: 'done',
  failed: 'failed',
  skipped: 'skipped',
  cancelled: 'cancelled',
};

interface EventBody {
  message?: string;
  stepId?: string;
  status?: string;
  cause?: RunCause;
  credential?: RunCredential;
  output?: RunState['output'];
  error?: { message?: string };
}

/** The state after these events, in their order. Events that were applied before are left out. */
export function applyEvents(options: {
  state: RunState;
  events: readonly LogEvent[];
}): RunState {
  const state = {
    ...options.state,
    steps: options.state.steps.map(step => ({ ...step })),
  };
  // Lines are copied once for all events of a step, not once for each.
  const copied = new Set<StepState>();
  for (const event of options.events) {
    const id = Number(event.id);
    if (state.lastEventId !== undefined && id <= state.lastEventId) continue;
    if (Number.isFinite(id)) state.lastEventId = id;
    applyEvent({ state, event, copied });
  }
  return state;
}

function applyEvent(options: {
  state: RunState;
  event: LogEvent;
  copied: Set<StepState>;
}): void {
  const { state, event, copied } = options;
  const at = event.createdAt;
  const body: EventBody = event.body ?? {};
  if (event.type === 'recovered') {
    resume({ state, at });
  } else if (event.type === 'cancelled') {
    state.status = 'cancelled';
    end({ state, at, status: 'cancelled' });
  } else if (event.type === 'completion') {
    if (state.status !== 'cancelled')
      state.status = body.error ? 'failed' : 'completed';
    state.output = body.output;
    state.error = body.error && firstLine(body.error.message);
    state.cause = body.error && (body.cause ?? state.cause);
    end({ state, at, status: body.error ? 'failed' : 'done' });
  } else {
    const step = state.steps.find(one => one.id === body.stepId);
    if (state.status === 'open') state.status = 'processing';
    if (body.cause) state.cause = body.cause;
    if (step) applyToStep({ step, body, at, copied });
  }
}

function applyToStep(options: {
  step: StepState;
  body: EventBody;
  at: string;
  copied: Set<StepState>;
}): void {
  const { step, body, at, copied } = options;
  if (body.credential) step.credential = body.credential;
  const status = STATUSES[body.status ?? ''];
  if (status && status !== step.status) {
    // What was done in an earlier attempt keeps its time.
    if (status === 'running') {
      step.startedAt = at;
      step.endedAt = undefined;
    } else if (status !== 'waiting') {
      step.endedAt = at;
    }
    step.status = status;
  }
  if (!body.message) return;
  if (!copied.has(step)) {
    step.lines = [...step.lines];
    copied.add(step);
  }
  step.lines.push(...readLines({ at, message: body.message }));
  const tooMany = step.lines.length - MAX_LINES;
  if (tooMany > 0) {
    step.lines.splice(0, tooMany);
    step.droppedLines += tooMany;
  }
}

/** Steps that are done stay so: a run that is taken up again does not repeat them. */
function resume(options: { state: RunState; at: string }): void {
  const { state, at } = options;
  Object.assign(state, {
    status: 'processing',
    output: undefined,
    error: undefined,
    cause: undefined,
    endedAt: undefined,
    resumedAt: at,
  });
  for (const step of state.steps) {
    if (step.status === 'done') continue;
    Object.assign(step, {
      status: 'waiting',
      startedAt: undefined,
      endedAt: undefined,
    });
  }
}

/** No step runs on after its run. */
function end(options: { state: RunState; at: string; status: StepStatus }) {
  const { state, at, status } = options;
  state.endedAt = at;
  for (const step of state.steps) {
    if (step.status !== 'running') continue;
    step.status = status;
    step.endedAt = at;
  }
}

function firstLine(message: string | undefined): string {
  return message?.trim().split(/\r?\n/)[0] || 'The run failed.';
}
