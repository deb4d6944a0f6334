import { ResponseError } from '@backstage/errors';
import type {
  LogEvent,
  ScaffolderApi,
  ScaffolderTask,
} from '@backstage/plugin-scaffolder-common';
import type { RunDetails } from '@callboard/plugin-scaffolder-common';
import type { RunsApi } from '../api/RunsApi';

type Observer = {
  next?(event: LogEvent): void;
  error?(error: Error): void;
  complete?(): void;
};

export const TASK: ScaffolderTask = {
  id: 'task-1',
  status: 'processing',
  createdAt: '2026-11-27T10:00:00.000Z',
  spec: {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    parameters: { name: 'door-times', owner: 'group:default/checkout' },
    steps: [
      { id: 'fetch', name: 'Fetch skeleton', action: 'fetch:template' },
      { id: 'publish', name: 'Publish', action: 'publish:github' },
      { id: 'register', name: 'Register', action: 'catalog:register' },
    ],
    output: {},
    templateInfo: {
      entityRef: 'template:default/node-service',
      entity: {
        metadata: {
          name: 'node-service',
          namespace: 'default',
          title: 'Node service',
        },
      },
    },
    user: { ref: 'user:default/lena-fischer' },
  },
};

export const DETAILS: RunDetails = {
  taskId: 'task-1',
  status: 'processing',
  needs: [],
  credentials: [],
  attempts: 1,
  maskedParameters: [],
};

/**
 * A backend of one run that answers as the real one does: events are kept with ids and sent from `after` on, the stream is closed after a
 * completion, and while it is down everything fails.
 */
export function createBackend(
  options: {
    task?: Partial<ScaffolderTask>;
    details?: Partial<RunDetails>;
  } = {},
) {
  const task = { ...TASK, ...options.task };
  const state = {
    task,
    details: { ...DETAILS, ...options.details } as RunDetails | undefined,
    events: [] as LogEvent[],
    isDown: false,
    refusal: undefined as Error | undefined,
  };
  const observers = new Set<Observer>();
  const asked: Array<{ after?: number }> = [];

  const check = () => {
    if (state.isDown) throw new TypeError('Failed to fetch');
    if (state.refusal) throw state.refusal;
  };

  const api = {
    getTask: jest.fn(async () => {
      check();
      return { ...state.task };
    }),
    streamLogs: (request: { after?: number }) => ({
      subscribe: (observer: Observer) => {
        asked.push({ after: request.after });
        observers.add(observer);
        queueMicrotask(() => {
          if (!observers.has(observer)) return;
          if (state.isDown) {
            observers.delete(observer);
            observer.error?.(new TypeError('Failed to fetch'));
            return;
          }
          for (const event of state.events)
            if (event.id > (request.after ?? -1)) observer.next?.(event);
        });
        return { closed: false, unsubscribe: () => observers.delete(observer) };
      },
    }),
    cancelTask: jest.fn(async () => ({})),
    getTemplateParameterSchema: jest.fn(),
    scaffold: jest.fn(async () => ({ taskId: 'task-1' })),
    dryRun: jest.fn(),
    listActions: jest.fn(async () => []),
    listTasks: jest.fn(async () => ({ tasks: [], totalTasks: 0 })),
  } as unknown as jest.Mocked<ScaffolderApi>;

  const runs: jest.Mocked<RunsApi> = {
    details: jest.fn(async (_: { taskId: string }) => {
      check();
      return state.details;
    }),
    retry: jest.fn(
      async (_: { taskId: string; secrets: Record<string, string> }) => {},
    ),
  };

  return {
    api,
    runs,
    state,
    /** The `after` of each time that the page asked for events. */
    asked,
    emit(
      type: LogEvent['type'],
      body: Record<string, unknown> = {},
      createdAt = '2026-11-27T10:00:01.000Z',
    ) {
      const event = {
        id: state.events.length + 1,
        taskId: state.task.id,
        type,
        createdAt,
        body: { message: '', ...body },
      } as LogEvent;
      state.events.push(event);
      for (const observer of [...observers]) observer.next?.(event);
    },
    step(stepId: string, status: string, message = '', more = {}) {
      this.emit('log', { stepId, status, message, ...more });
    },
    /** The connection breaks, as when the portal is killed. */
    goDown() {
      state.isDown = true;
      for (const observer of [...observers]) {
        observers.delete(observer);
        observer.error?.(new TypeError('network error'));
      }
    },
    comeBack() {
      state.isDown = false;
    },
  };
}

export type TestBackend = ReturnType<typeof createBackend>;

/** What the client throws for an answer of the backend. */
export async function answered(
  status: number,
  message: string,
): Promise<Error> {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'Error', message },
        response: { statusCode: status },
      }),
      { status, headers: { 'content-type': 'application/json' } },
    ) as never,
  );
}
