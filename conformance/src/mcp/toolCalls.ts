import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the audit log holds of one call of a tool. */
export interface ToolCall {
  tool: string;
  /** An entity reference. */
  actor?: string;
  status: 'succeeded' | 'failed';
}

/** The calls of tools that have ended, in the log of the portal with this data directory, oldest first. */
export async function toolCalls(data: string): Promise<ToolCall[]> {
  const log = await readFile(join(data, 'logs', 'callboard.log'), 'utf8');
  return log
    .split('\n')
    .filter(line => line.includes('"eventId":"tool-execution"'))
    .map(line => JSON.parse(line))
    .filter(({ status }) => status !== 'initiated')
    .map(({ meta, actor, status }) => ({
      tool: meta.toolName,
      actor: actor.actorId,
      status,
    }));
}
