import type { ExplainRequest } from '@callboard/plugin-access-common';
import { printJson } from '../portalCommand/printJson';
import { formatExplanation } from './formatExplanation';
import type { PermissionsOptions } from './registerPermissionsCommand';
import { runPermissionsCommand } from './runPermissionsCommand';

/** `callboard permissions explain`. Ends the process. */
export async function explainPermission(asked: {
  question: ExplainRequest;
  options: PermissionsOptions;
}): Promise<void> {
  const { question, options } = asked;
  await runPermissionsCommand({
    title: 'This cannot be explained',
    options,
    async work({ portal, json, width, say }) {
      const explanation = await portal.explain(question);
      if (json) printJson(explanation);
      else formatExplanation({ explanation, width }).forEach(say);
    },
  });
}
