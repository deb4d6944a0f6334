import type { JsonObject } from '@backstage/types';
import { eventually } from '../../presets/probes/eventually';
import type { StockGitHub } from './openStockGitHub';

/** Runs a template to its end. Throws with the log of the task unless it completes. */
export async function runTemplate(
  { ask }: StockGitHub,
  options: {
    template: string;
    values: JsonObject;
    secrets?: Record<string, string>;
    /** Of the person who runs it. */
    token: string;
  },
): Promise<{ log: string[]; output: Record<string, any> }> {
  const { template, values, secrets, token } = options;
  const { id } = await ask('/api/scaffolder/v2/tasks', {
    token,
    body: {
      templateRef: `template:default/${template}`,
      values,
      ...(secrets && { secrets }),
    },
  });
  const task = await eventually(async () => {
    const found = await ask(`/api/scaffolder/v2/tasks/${id}`, { token });
    if (!['completed', 'failed'].includes(found.status)) {
      throw new Error(`The task is ${found.status}`);
    }
    return found;
  });
  const events: any[] = await ask(`/api/scaffolder/v2/tasks/${id}/events`, {
    token,
  });
  const log = events.map(({ body }) => body.message as string);
  if (task.status !== 'completed') {
    throw new Error(`${template} has failed:\n${log.join('\n')}`);
  }
  return { log, output: events.at(-1).body.output ?? {} };
}
