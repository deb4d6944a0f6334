import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

/** Writes the log of a run in its order. What comes while a write is under way goes into the next one, together. */
export interface EventWriter {
  /** Resolves when the line is written, or never will be. Never rejects: nobody waits for a line of a log. */
  add(body: JsonObject): Promise<void>;
  /** Resolves when all that was added so far is written, or never will be. */
  flush(): Promise<void>;
}

/** `write` rejects when the lines cannot be written. */
export function createEventWriter(options: {
  write: (bodies: JsonObject[]) => Promise<void>;
  isOver: () => boolean;
  taskId: string;
  logger: LoggerService;
}): EventWriter {
  const { write, isOver, taskId, logger } = options;
  let waiting: JsonObject[] = [];
  let writing: Promise<void> | undefined;
  async function writeAll() {
    while (waiting.length > 0) {
      const bodies = waiting;
      waiting = [];
      try {
        if (!isOver()) await write(bodies);
      } catch (error) {
        if (!isOver()) {
          logger.warn(
            `${bodies.length} lines of the log of run ${taskId} are lost: ${error}`,
          );
        }
      }
    }
    writing = undefined;
  }
  return {
    add(body) {
      waiting.push(body);
      writing ??= Promise.resolve().then(writeAll);
      return writing;
    },
    flush: async () => writing,
  };
}
