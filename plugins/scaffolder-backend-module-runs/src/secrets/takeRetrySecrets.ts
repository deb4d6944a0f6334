import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type { RunNeed } from '@callboard/plugin-scaffolder-common';
import { PARAMETER_PREFIX } from './parameterPath';

/**
 * Sorts what came with `POST /v2/tasks/:id/retry` into the template's secrets and the values of secret parameters.
 *
 * @throws InputError that names what is missing, or what should have been JSON; never a value.
 */
export function takeRetrySecrets(options: {
  taskId: string;
  secrets?: Record<string, string | undefined>;
  needs: RunNeed[];
}): {
  secrets: Record<string, string>;
  hidden: Record<string, string>;
} {
  const { taskId, needs } = options;
  const given = new Map(
    Object.entries(options.secrets ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
  const missing = needs.filter(need => !given.get(need.name));
  if (missing.length > 0) {
    throw new InputError(
      `Run ${taskId} cannot be retried without ${listOf(
        missing,
      )}: secrets are not kept after a failure. ` +
        `Send them in "secrets", under ${missing
          .map(each => `"${each.name}"`)
          .join(', ')}.`,
    );
  }
  const secrets: Record<string, string> = {};
  const hidden: Record<string, string> = {};
  for (const [name, text] of given) {
    if (name.startsWith(PARAMETER_PREFIX)) {
      const need = needs.find(each => each.name === name);
      hidden[name] =
        need?.format === 'json'
          ? JSON.stringify(readJson({ text, need }))
          : JSON.stringify(text);
    } else {
      secrets[name] = text;
    }
  }
  return { secrets, hidden };
}

function readJson({ text, need }: { text: string; need: RunNeed }): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(
      `"${need.name}" must be JSON, since the parameter "${need.title}" is not a text`,
    );
  }
}

function listOf(needs: RunNeed[]) {
  return needs
    .map(each =>
      each.kind === 'parameter'
        ? `the parameter "${each.title}"`
        : `the secret "${each.title}"`,
    )
    .join(', ');
}
